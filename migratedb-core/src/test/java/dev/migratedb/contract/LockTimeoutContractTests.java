package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.result.MigrateResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of statements whose locks others hold. */
abstract class LockTimeoutContractTests extends ContractTests {

    static final Duration LIMIT = Duration.ofSeconds(1);
    static final int READERS = 20;

    /** Beyond the limit: what a busy machine needs to notice that a lock is free. */
    private static final Duration TOLERANCE = Duration.ofMillis(1500);

    final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void createTable() {
        database.execute("create table thing (id int)", "insert into thing values (1)");
        script("V1__column.sql", "select 1;\nalter table thing add column name varchar(10);");
    }

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    MigrateDb.Builder engine() {
        return super.engine()
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .ddlLockTimeout(LIMIT)
                .ddlLockRetries(1000)
                .ddlLockRetryMaxInterval(Duration.ofMillis(100));
    }

    /** The number of a session, as the database has it. */
    abstract String session(Connection connection) throws SQLException;

    /** The limit of the session of a connection, as text. */
    abstract String limitOf(Connection connection) throws SQLException;

    /** A statement that sets something else for the session. */
    abstract String setting();

    /** A query for the number of sessions that have waited for longer than this many seconds for any lock. */
    abstract String waitingForLonger(int seconds);

    static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Somebody who holds a lock. */
    final class Holder implements AutoCloseable {

        private final Connection connection;
        final String session;

        Holder(String statement) throws SQLException {
            connection = database.dataSource().getConnection();
            session = session(connection);
            connection.setAutoCommit(false);
            try (Statement jdbc = connection.createStatement()) {
                jdbc.execute(statement);
            }
        }

        @Override
        public void close() throws SQLException {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        }
    }

    Holder reader() throws SQLException {
        return new Holder("select * from thing");
    }

    static List<String> retriesIn(LogLines lines) {
        return lines.of(Level.WARN).stream()
                .filter(line -> line.contains("was given up after"))
                .toList();
    }

    static void awaitRetries(int count, LogLines lines) {
        await().atMost(Duration.ofSeconds(60)).until(() -> retriesIn(lines).size() >= count);
    }

    void awaitWaitOfMoreThan(int seconds) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !database.strings(waitingForLonger(seconds)).equals(List.of("0")));
    }

    @Test
    void aBlockedAlterIsTriedAgainUntilTheTableIsFree() throws Exception {
        Future<MigrateResult> run;
        try (LogLines lines = new LogLines();
                Holder holder = reader()) {
            run = threads.submit(() -> engine().load().migrate());
            awaitRetries(2, lines);
            assertThat(retriesIn(lines)).first().asString().contains("V1__column.sql:2:1", "Retry 1 of 1000 in 0.1 s");
            assertThat(retriesIn(lines).get(1))
                    .contains("process " + holder.session + " (user ", "in a transaction for ");
            holder.close();
            assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(1);
        }
        assertThat(history()).hasSize(2).last().asString().endsWith("V1__column.sql ok");
        assertThat(count("thing where name is null")).isEqualTo(1);
    }

    @Test
    void readersBehindABlockedAlterWaitNoLongerThanTheLimit() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<Duration>> readers = new ArrayList<>();
        try (LogLines lines = new LogLines();
                Holder holder = reader()) {
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> longestRead(stop)));
            }
            Future<MigrateResult> run = threads.submit(() -> engine().load().migrate());
            awaitRetries(3, lines);
            holder.close();
            run.get(60, TimeUnit.SECONDS);
        } finally {
            stop.set(true);
        }
        for (Future<Duration> reader : readers) {
            assertThat(reader.get(60, TimeUnit.SECONDS))
                    .as("they wait at all, or this would show nothing")
                    .isGreaterThan(LIMIT.dividedBy(2))
                    .isLessThan(LIMIT.plus(TOLERANCE));
        }
    }

    private Duration longestRead(AtomicBoolean stop) throws SQLException {
        long longest = 0;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            while (!stop.get()) {
                long begin = System.nanoTime();
                statement.executeQuery("select id from thing").close();
                longest = Math.max(longest, System.nanoTime() - begin);
            }
        }
        return Duration.ofNanos(longest);
    }

    @Test
    void theErrorInTheEndNamesTheHolderTheSettingAndTheRemedy() throws Exception {
        try (Holder holder = reader()) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().ddlLockRetries(1).load().migrate())
                    .withMessageContaining("V1__column.sql:2:1")
                    .withMessageContaining("was not free within 1 s ('migratedb.ddl-lock-timeout')")
                    .withMessageContaining("it was tried 2 times")
                    .withMessageContaining("It is held by process " + holder.session + " (user ")
                    .withMessageContaining("Let the transaction end that holds the lock")
                    .withMessageContaining(holder.session + ")")
                    .withMessageContaining("'migratedb.ddl-lock-retries'");
        }
    }

    @Test
    void whoHoldsTheLockIsLeftOutWhereThePoolHasNoConnectionToAsk() throws Exception {
        try (Holder holder = reader();
                HikariDataSource pool = poolOfOne()) {
            MigrationFailedException failure = catchThrowableOfType(
                    MigrationFailedException.class,
                    () -> engine().dataSource(pool).ddlLockRetries(0).load().migrate());
            assertThat(failure).hasMessageContaining("somebody who could not be found out");
            assertThat(holder.session).isNotEmpty();
        }
    }

    private HikariDataSource poolOfOne() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    @Test
    void aStatementThatChangesRowsWaitsForThemAsLongAsItTakes() throws Exception {
        script("V2__rows.sql", "update thing set id = 3;");
        engine().target("1").load().migrate();
        Future<MigrateResult> run;
        try (LogLines lines = new LogLines();
                Holder holder = new Holder("update thing set id = 2")) {
            run = threads.submit(() -> engine().load().migrate());
            awaitWaitOfMoreThan(2);
            assertThat(retriesIn(lines)).isEmpty();
            holder.close();
        }
        assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(1);
        assertThat(count("thing where id = 3")).isEqualTo(1);
    }

    @Test
    void aScriptMaySayThatItWaits() throws Exception {
        script("V1__column.sql", "-- migratedb: ddlLockTimeout=0\nalter table thing add column name varchar(10);");
        Future<MigrateResult> run;
        try (LogLines lines = new LogLines();
                Holder holder = reader()) {
            run = threads.submit(() -> engine().load().migrate());
            awaitWaitOfMoreThan(2);
            assertThat(retriesIn(lines)).isEmpty();
            holder.close();
        }
        assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(1);
    }

    @Test
    void thePoolGetsItsConnectionBackWithTheLimitThatItHad() throws Exception {
        script("V2__set.sql", "" + setting() + ";\nalter table thing add column more int;");
        script("V3__rows.sql", "insert into thing (id) values (2);");
        script("V4__more.sql", "alter table thing add column other int;");
        try (HikariDataSource pool = poolOfOne()) {
            String before;
            try (Connection connection = pool.getConnection()) {
                before = limitOf(connection);
            }
            engine().dataSource(pool).load().migrate();
            try (Connection connection = pool.getConnection()) {
                assertThat(limitOf(connection)).isEqualTo(before);
            }
        }
    }

    @Test
    void noThreadIsLeft() throws Exception {
        try (Holder holder = reader()) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().ddlLockRetries(0).load().migrate())
                    .withMessageContaining("'migratedb.ddl-lock-timeout'");
            assertThat(holder.session).isNotEmpty();
        }
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("migratedb-watch")
                        || thread.getName().startsWith("migratedb-lock-holders")));
    }
}
