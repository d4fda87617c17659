package dev.migratedb.internal.execution;

import dev.migratedb.configuration.ConnectionSettings;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects, and tries again as often as the settings say. */
final class ConnectionAttempts {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final ConnectionSettings settings;
    private final Pause pause;

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {

        void last(Duration duration) throws InterruptedException;
    }

    ConnectionAttempts(ConnectionSettings settings, Pause pause) {
        this.settings = settings;
        this.pause = pause;
    }

    /**
     * Takes a connection.
     *
     * @throws SQLException if the last attempt fails
     */
    PooledConnection connect(DataSource dataSource) throws SQLException {
        Duration wait = FIRST_WAIT;
        for (int retry = 1; retry <= settings.connectRetries(); retry++) {
            try {
                return PooledConnection.from(dataSource);
            } catch (SQLException ex) {
                wait = wait.compareTo(settings.connectRetriesInterval()) > 0 ? settings.connectRetriesInterval() : wait;
                LOG.warn(
                        "No connection to the database: {}. Retry {} of {} in {}",
                        Texts.cause(ex),
                        retry,
                        settings.connectRetries(),
                        inWords(wait));
                pause(wait);
                wait = wait.multipliedBy(2);
            }
        }
        return PooledConnection.from(dataSource);
    }

    private void pause(Duration wait) {
        try {
            pause.last(wait);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new MigrateDbException(
                    ErrorCode.CONNECTION, "Interrupted while waiting for the database. Nothing was changed.", ex);
        }
    }

    private static String inWords(Duration wait) {
        return wait.toMillisPart() == 0 ? wait.toSeconds() + " s" : wait.toMillis() + " ms";
    }
}
