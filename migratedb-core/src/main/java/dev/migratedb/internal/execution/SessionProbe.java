package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.Backends;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Tries whether a connection keeps its session, by turns with a second one, which must never get that of the first.
 */
final class SessionProbe {

    private static final Logger LOG = LoggerFactory.getLogger(SessionProbe.class);

    /** A pooler that switches hands out the session that came back last, or goes round: either shows at once, or soon where others are served too. */
    private static final int ROUNDS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final WorkConnection work;
    private final Backends backends;
    private final long end = System.nanoTime() + PATIENCE.toNanos();

    /** The pool may have no second connection to give, and the pooler no second session: then this thread waits, not the run. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "migratedb-pooler");
        daemon.setDaemon(true);
        return daemon;
    });

    private @Nullable Connection second;
    private boolean autoCommit;

    SessionProbe(WorkConnection work, Backends backends) {
        this.work = work;
        this.backends = backends;
    }

    /** Whether the connection keeps its session; false also where that cannot be told. */
    boolean holds() {
        try {
            int own = backends.current(work.jdbc());
            for (int round = 0; round < ROUNDS; round++) {
                if (await(this::other) == own || backends.current(work.jdbc()) != own) {
                    return false;
                }
            }
            return true;
        } catch (TimeoutException | ExecutionException ex) {
            LOG.debug("It cannot be told whether the connection keeps its session", ex);
            return false;
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            thread.execute(this::close);
            thread.shutdown();
        }
    }

    private int await(Callable<Integer> action) throws InterruptedException, ExecutionException, TimeoutException {
        return thread.submit(action).get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** Not in a transaction: those of several runs could keep all sessions from each other. */
    private int other() throws SQLException {
        Connection connection = second;
        if (connection == null) {
            connection = work.another();
            second = connection;
            autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
        }
        return backends.current(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
    }

    private void close() {
        if (second == null) {
            return;
        }
        try (Connection connection = second) {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException ex) {
            LOG.debug("The second connection could not be given back", ex);
        }
    }
}
