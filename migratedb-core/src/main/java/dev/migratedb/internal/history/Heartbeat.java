package dev.migratedb.internal.history;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Renews a lease every third of its length, on a connection of its own that is opened at the first beat: most runs end
 * before it. A beat that fails is tried again at the next one; the lease itself decides whether it was too late.
 */
final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.lock");

    private final ConnectionSource connections;
    private final Duration interval;
    private final Predicate<JdbcOperations> renew;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "migratedb-lease");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable SpareConnection connection;
    private boolean warned;

    Heartbeat(ConnectionSource connections, Duration lease, Predicate<JdbcOperations> renew) {
        this.connections = connections;
        this.interval = lease.dividedBy(3);
        this.renew = renew;
    }

    void start() {
        executor.scheduleAtFixedRate(this::beat, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the beating and waits for a beat that is under way. */
    void stop() {
        executor.execute(this::close);
        executor.shutdown();
        boolean interrupted = false;
        try {
            if (!executor.awaitTermination(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException ex) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            if (connection == null) {
                connection = SpareConnection.of(connections.open());
            }
            if (!renew.test(connection.jdbc())) {
                LOG.warn("The lock of this run was taken over by another one; this run will record nothing more");
            }
        } catch (SQLException | RuntimeException ex) {
            // let through, it would end the beating
            if (warned) {
                LOG.debug("Again no sign of life could be given for the lock of this run", ex);
            } else {
                LOG.warn(
                        "No sign of life could be given for the lock of this run, which needs a second connection for that; it is"
                                + " tried again every {} ms. If none succeeds, another run may take over.",
                        interval.toMillis(),
                        ex);
                warned = true;
            }
            close();
        }
    }

    private void close() {
        SpareConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
