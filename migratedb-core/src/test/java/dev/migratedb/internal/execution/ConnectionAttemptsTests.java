package dev.migratedb.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.migratedb.configuration.ConnectionSettings;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

class ConnectionAttemptsTests {

    private final List<Duration> waits = new ArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.migratedb");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(appender);
    }

    @Test
    void waitsOneSecondAndDoublesUpToTheInterval() throws SQLException {
        Database database = new Database(5);

        attempts(7, Duration.ofSeconds(5)).connect(database).close();

        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
        assertThat(database.attempts).isEqualTo(6);
    }

    @Test
    void neverWaitsLongerThanTheInterval() throws SQLException {
        attempts(2, Duration.ofMillis(300)).connect(new Database(2)).close();

        assertThat(waits).containsExactly(Duration.ofMillis(300), Duration.ofMillis(300));
    }

    @Test
    void warnsOnceForEachRetry() throws SQLException {
        attempts(3, Duration.ofMillis(1500)).connect(new Database(2)).close();

        assertThat(appender.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.WARN);
        assertThat(appender.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "No connection to the database: refused 1 (SQLState 08001, code 7). Retry 1 of 3 in 1 s",
                        "No connection to the database: refused 2 (SQLState 08001, code 7). Retry 2 of 3 in 1500 ms");
    }

    @Test
    void failsAsTheLastAttemptFailed() {
        Database database = new Database(Integer.MAX_VALUE);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> attempts(2, Duration.ofSeconds(9)).connect(database))
                .withMessage("refused 3");
        assertThat(database.attempts).isEqualTo(3);
    }

    @Test
    void triesOnceByDefault() {
        Database database = new Database(1);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> new ConnectionAttempts(ConnectionSettings.DEFAULT, waits::add).connect(database));
        assertThat(database.attempts).isEqualTo(1);
        assertThat(waits).isEmpty();
        assertThat(appender.list).isEmpty();
    }

    @Test
    void endsWhenTheThreadIsInterrupted() {
        ConnectionAttempts attempts =
                new ConnectionAttempts(new ConnectionSettings(null, List.of(), 5, Duration.ofSeconds(1)), wait -> {
                    throw new InterruptedException();
                });
        Database database = new Database(Integer.MAX_VALUE);

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> attempts.connect(database))
                .withMessageContaining("Interrupted")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONNECTION));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(database.attempts).isEqualTo(1);
    }

    private ConnectionAttempts attempts(int retries, Duration interval) {
        return new ConnectionAttempts(new ConnectionSettings(null, List.of(), retries, interval), waits::add);
    }

    /** Refuses the first connections. */
    private static final class Database extends AbstractDataSource {

        private final int refused;
        private final JdbcDataSource target = new JdbcDataSource();
        private int attempts;

        Database(int refused) {
            this.refused = refused;
            target.setURL("jdbc:h2:mem:");
        }

        @Override
        public Connection getConnection() throws SQLException {
            attempts++;
            if (attempts <= refused) {
                throw new SQLException("refused " + attempts, "08001", 7);
            }
            return target.getConnection();
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
