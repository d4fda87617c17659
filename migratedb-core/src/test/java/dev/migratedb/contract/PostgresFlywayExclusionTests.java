package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.migratedb.MigrateDb;
import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.contract.LockContractTests.Stop;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run and Flyway do not work on one database at the same time. Flyway is a session that holds what Flyway holds. */
class PostgresFlywayExclusionTests extends ContractTests {

    /** Flyway's key for {@code "public"."flyway_schema_history"}, as seen in pg_locks. */
    private static final long KEY = 77433833903597L;

    private static final Duration SOON = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    MigrateDb.Builder engine() {
        return super.engine().lockPollInterval(SOON).progressInterval(SOON);
    }

    @BeforeEach
    void ranByFlyway() {
        script("V1__one.sql", "create table thing (id int);");
        database.execute("create table thing (id int)");
        FlywayHistory.in(database, FlywayHistory.POSTGRES)
                .ran(1, "1", "one", "V1__one.sql", "create table thing (id int);");
    }

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** What Flyway does before each migration: the lock ends with the transaction. */
    private static boolean flywayLocks(Connection flyway) throws SQLException {
        flyway.setAutoCommit(false);
        try (Statement statement = flyway.createStatement();
                ResultSet locked = statement.executeQuery("SELECT pg_try_advisory_xact_lock(" + KEY + ")")) {
            locked.next();
            return locked.getBoolean(1);
        }
    }

    private long advisoryLocks() {
        return count("pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname ="
                + " current_database())");
    }

    @Test
    void waitsForFlywayAndSaysSo() throws Exception {
        script("V2__two.sql", "insert into thing values (2);");
        try (Connection flyway = database.dataSource().getConnection();
                LogLines lines = new LogLines()) {
            assertThat(flywayLocks(flyway)).isTrue();

            Future<MigrateResult> run = threads.submit(() -> engine().load().migrate());

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> lines.all().stream()
                            .anyMatch(line ->
                                    line.startsWith("Waiting for a run of Flyway, ") && line.contains("process ")));
            assertThat(count("thing")).isZero();
            flyway.commit();
            assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isOne();
        }
        assertThat(advisoryLocks()).isZero();
    }

    @Test
    void flywayWaitsForARun() throws Exception {
        Stop stop = new Stop();
        Future<MigrateResult> run =
                threads.submit(() -> engine().javaMigrations(stop).load().migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();

        try (Connection flyway = database.dataSource().getConnection()) {
            assertThat(flywayLocks(flyway)).isFalse();
            flyway.rollback();
            stop.goOn.countDown();
            run.get(60, TimeUnit.SECONDS);
            assertThat(flywayLocks(flyway)).isTrue();
        }
    }

    @Test
    void excludesFlywayAlsoAfterTheTakeOverAndWhereThatIsSwitchedOff() throws Exception {
        engine().load().migrate();
        for (Adopt adopt : Adopt.values()) {
            Stop stop = new Stop();
            Future<MigrateResult> run = threads.submit(() -> engine().adopt(adopt)
                    .javaMigrations(stop)
                    .outOfOrder(true)
                    .load()
                    .migrate());
            assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();
            try (Connection flyway = database.dataSource().getConnection()) {
                assertThat(flywayLocks(flyway)).as(adopt.name()).isFalse();
            }
            stop.goOn.countDown();
            run.get(60, TimeUnit.SECONDS);
            database.execute("delete from " + HISTORY + " where \"version\" = '2'");
        }
    }

    @Test
    void givesItsOwnLockBackWhereFlywaysIsNotFreeInTime() throws Exception {
        script("V2__two.sql", "insert into thing values (2);");
        try (Connection flyway = database.dataSource().getConnection()) {
            assertThat(flywayLocks(flyway)).isTrue();

            assertThatExceptionOfType(MigrateDbException.class)
                    .isThrownBy(() -> engine().lockWaitTimeout(Duration.ofMillis(200))
                            .load()
                            .migrate())
                    .withMessageStartingWith("A run of Flyway holds the lock: process ")
                    .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.LOCK_TIMEOUT));

            assertThat(advisoryLocks()).isOne();
        }
    }

    @Test
    void doesNotWaitWhereFlywaysTableIsGone() throws Exception {
        engine().load().migrate();
        database.execute("drop table " + FlywayHistory.TABLE);
        script("V2__two.sql", "insert into thing values (2);");
        try (Connection flyway = database.dataSource().getConnection()) {
            assertThat(flywayLocks(flyway)).isTrue();

            assertThat(engine().lockWaitTimeout(Duration.ofSeconds(5))
                            .load()
                            .migrate()
                            .migrationsExecuted())
                    .isOne();
        }
    }

    @Test
    void anExportWaitsForFlywayEvenBeforeTheTableIsThere() throws Exception {
        engine().load().migrate();
        database.execute("drop table " + FlywayHistory.TABLE);
        try (Connection flyway = database.dataSource().getConnection()) {
            assertThat(flywayLocks(flyway)).isTrue();

            assertThatExceptionOfType(MigrateDbException.class)
                    .isThrownBy(() -> engine().lockWaitTimeout(Duration.ofMillis(200))
                            .load()
                            .exportFlywayHistory())
                    .withMessageStartingWith("A run of Flyway holds the lock");
        }
        assertThat(advisoryLocks()).isZero();
    }
}
