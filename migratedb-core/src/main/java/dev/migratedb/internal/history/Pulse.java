package dev.migratedb.internal.history;

import dev.migratedb.internal.dialect.LifeSigns;
import dev.migratedb.internal.dialect.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Shows that this process lives, to those who wait for its lock: keeps each sign on an idle connection of its own, and renews at
 * once what is lost. The connections are opened at the first beat, since most runs end before it, and only where the pool has
 * one to spare beyond them. Each beat is also what keeps servers and firewalls from ending connections that seem forgotten.
 */
final class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.lock");

    /** Most runs end before. */
    private static final Duration FIRST = Duration.ofSeconds(1);

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** After which a pool that had nothing to spare is asked again. */
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final LifeSigns signs;
    private final TableName history;
    private final long session;
    private final ImpatientSource connections;
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "migratedb-pulse");
        thread.setDaemon(true);
        return thread;
    });

    /** Changed by the thread of the beats only. */
    private volatile List<Sign> shown = List.of();

    private boolean over;
    private long notBefore = System.nanoTime();

    private Pulse(LifeSigns signs, TableName history, long session, ConnectionSource connections) {
        this.signs = signs;
        this.history = history;
        this.session = session;
        this.connections = new ImpatientSource(connections, PATIENCE);
    }

    /**
     * Begins.
     *
     * @param jdbc on the connection that has the lock
     * @param connections opens further ones
     * @return null where no signs can be shown
     */
    static @Nullable Pulse of(JdbcOperations jdbc, LifeSigns signs, TableName history, ConnectionSource connections) {
        long session = Objects.requireNonNull(jdbc.execute((ConnectionCallback<Long>) signs::greeted));
        if (session == 0) {
            return null;
        }
        Pulse pulse = new Pulse(signs, history, session, connections);
        pulse.executor.scheduleWithFixedDelay(
                pulse::beat, FIRST.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return pulse;
    }

    private void beat() {
        if (over) {
            return;
        }
        try {
            if (shown.isEmpty()) {
                begin();
            } else {
                shown.forEach(Sign::renew);
            }
        } catch (RuntimeException ex) {
            // let through, it would end the beating
            LOG.debug("The signs that this process lives could not be looked after", ex);
        }
    }

    private void begin() {
        if (System.nanoTime() - notBefore < 0) {
            return;
        }
        List<Sign> first = List.of(new Sign(0), new Sign(1));
        try {
            for (Sign sign : first) {
                sign.open();
            }
            // the one beyond them shows that nobody who needs a second connection during the run is left without
            SpareConnection.close(connections.open());
            for (Sign sign : first) {
                over |= !sign.show();
            }
        } catch (SQLException | RuntimeException ex) {
            LOG.debug("Those who wait for the lock cannot see that this process lives", ex);
            notBefore = System.nanoTime() + RETRY.toNanos();
            first.forEach(Sign::close);
            return;
        }
        shown = first;
        if (over) {
            LOG.debug("This process shows no signs of life: a proxy is in between, or its lock is lost");
            close();
        }
    }

    /** To be called when the lock was given back. Waits until all connections are given back, too. */
    void stop() {
        connections.close();
        executor.execute(this::close);
        executor.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                shown.forEach(Sign::abort);
            }
        } catch (InterruptedException ex) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void close() {
        over = true;
        shown.forEach(Sign::close);
    }

    /** One sign, on its connection. */
    private final class Sign {

        private final int number;
        private long greeted;
        private long renewNotBefore = System.nanoTime();
        private volatile @Nullable SpareConnection connection;

        Sign(int number) {
            this.number = number;
        }

        SpareConnection open() throws SQLException {
            Connection opened = connections.open();
            greeted = signs.greeted(opened);
            if (greeted == session) {
                // a source with a single connection: the run is at it, so it is not to be touched, and not to be closed
                throw new SQLException("There is no second connection");
            }
            SpareConnection taken = SpareConnection.of(opened);
            connection = taken;
            return taken;
        }

        /**
         * Shows it, where it is not shown.
         *
         * @return false if it cannot be, on the server that this connection leads to
         */
        boolean show() throws SQLException {
            SpareConnection idle = connection;
            // held by another session, it is by one of this process whose loss the server is about to notice
            return signs.show((idle == null ? open() : idle).jdbc(), greeted, history, session, number) != null;
        }

        /**
         * What is lost is missed already, so it is made again at once. The other sign is left alone whatever happens to this one:
         * who has shown both must not look dead.
         */
        void renew() {
            if (System.nanoTime() - renewNotBefore < 0) {
                return;
            }
            try {
                if (connection == null || !isStillShown()) {
                    abort();
                    if (!show()) {
                        LOG.debug("A connection that should show that this process lives leads to another server");
                        abort();
                        renewNotBefore = System.nanoTime() + RETRY.toNanos();
                    }
                }
            } catch (SQLException | RuntimeException ex) {
                LOG.debug("A sign that this process lives could not be renewed", ex);
                abort();
            }
        }

        private boolean isStillShown() {
            try {
                return show();
            } catch (SQLException | RuntimeException ex) {
                LOG.debug("A connection that showed that this process lives was lost", ex);
                return false;
            }
        }

        void close() {
            SpareConnection idle = connection;
            connection = null;
            if (idle == null) {
                return;
            }
            try {
                signs.hide(idle.jdbc(), session, number);
                idle.close();
            } catch (DataAccessException ex) {
                LOG.debug("A sign that this process lives ends with its connection", ex);
                idle.abort();
            }
        }

        void abort() {
            SpareConnection idle = connection;
            connection = null;
            if (idle != null) {
                idle.abort();
            }
        }
    }
}
