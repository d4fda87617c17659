package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.MigrateDb;
import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.testsupport.PgBouncer;
import dev.migratedb.testsupport.PgBouncer.Mode;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Behind a pooler that gives each transaction another session, and behind one that does not. */
@OnPgBouncer
class PgBouncerTests extends ContractTests {

    private static final String ADVISORY_LOCKS = "select pid from pg_locks where locktype = 'advisory'"
            + " and database = (select oid from pg_database where datname = current_database())";

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private MigrateDb.Builder engine(DataSource dataSource) {
        return engine().dataSource(dataSource).lockPollInterval(Duration.ofMillis(50));
    }

    private boolean leaseExists() {
        return database.tables().contains("migratedb_state_lock");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void wherePoolingIsByTransactionARunTakesALeaseSaysSoAndLeavesNoLockOfASession(int sessions) {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "insert into thing values (1);\ninsert into thing values (2);");
        try (PgBouncer pooler = PgBouncer.before(database, Mode.TRANSACTION, sessions);
                LogLines lines = new LogLines(Level.WARN)) {
            assertThat(engine(pooler.dataSource()).load().migrate().migrationsExecuted())
                    .isEqualTo(2);

            assertThat(lines.of(Level.WARN))
                    .filteredOn(line -> line.startsWith("A pooler between this run and the database"))
                    .hasSize(1);
            assertThat(leaseExists()).isTrue();
            assertThat(database.strings(ADVISORY_LOCKS)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void manyRunsBehindOnePoolerApplyEverythingOnce(int sessions) throws Exception {
        for (int i = 1; i <= 8; i++) {
            script("V" + i + "__t.sql", "create table t" + i + " (id int);\ninsert into t" + i + " values (1);");
        }
        script("V9__index.sql", "create index concurrently t1_id on t1 (id);");
        try (PgBouncer pooler = PgBouncer.before(database, Mode.TRANSACTION, sessions)) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<MigrateResult>> runs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                runs.add(threads.submit(() -> {
                    start.await();
                    return engine(pooler.dataSource()).load().migrate();
                }));
            }

            start.countDown();

            int executed = 0;
            for (Future<MigrateResult> run : runs) {
                executed += run.get(120, TimeUnit.SECONDS).migrationsExecuted();
            }
            assertThat(executed).isEqualTo(9);
            assertThat(history()).hasSize(9).allMatch(row -> row.endsWith(" ok"));
            assertThat(database.strings(ADVISORY_LOCKS)).isEmpty();
            assertThat(database.strings("select indexrelid::regclass::text from pg_index where not indisvalid"))
                    .isEmpty();
        }
    }

    @Test
    void theLimitForLocksHoldsInEachTransactionAndNobodyElseGetsIt() {
        script("V1__asks.sql", "create table one as select current_setting('lock_timeout') as value;");
        script("V2__asks.sql", "create table two as select current_setting('lock_timeout') as value;");
        script("V3__index.sql", "create index concurrently one_value on one (value);\ndrop index one_value;");
        try (PgBouncer pooler = PgBouncer.before(database, Mode.TRANSACTION, 1)) {
            engine(pooler.dataSource())
                    .ddlLockTimeout(Duration.ofSeconds(3))
                    .mixed(true)
                    .load()
                    .migrate();

            assertThat(database.strings("select value from one union all select value from two"))
                    .containsExactly("3s", "3s");
            assertThat(JdbcClient.create(pooler.dataSource())
                            .sql("show lock_timeout")
                            .query(String.class)
                            .single())
                    .isEqualTo("0");
        }
    }

    /** What makes all this necessary. */
    @Test
    void aLockOfASessionIsNoneBehindAPoolerThatSwitches() throws Exception {
        try (PgBouncer pooler = PgBouncer.before(database, Mode.TRANSACTION, 1);
                Connection one = pooler.dataSource().getConnection();
                Connection two = pooler.dataSource().getConnection()) {
            for (Connection each : List.of(one, two)) {
                assertThat(JdbcClient.create(new SingleConnectionDataSource(each, true))
                                .sql("select pg_try_advisory_lock(77)")
                                .query(Boolean.class)
                                .single())
                        .isTrue();
            }
            assertThat(database.strings(ADVISORY_LOCKS)).hasSize(1);
        }
        // nobody has given it back, so it must end with the session
        await().until(() -> database.strings(ADVISORY_LOCKS).isEmpty());
    }

    @Test
    void wherePoolingIsBySessionTheLockOfTheSessionIsTakenAndGivenBack() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        LockContractTests.Stop stop = new LockContractTests.Stop();
        try (PgBouncer pooler = PgBouncer.before(database, Mode.SESSION, 6)) {
            Future<MigrateResult> run = threads.submit(() ->
                    engine(pooler.dataSource()).javaMigrations(stop).load().migrate());
            assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(database.strings(ADVISORY_LOCKS)).hasSize(1);
            stop.goOn.countDown();

            assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(2);
            assertThat(leaseExists()).isFalse();
            await().until(() -> database.strings(ADVISORY_LOCKS).isEmpty());
        }
    }

    /** The pooler has no second session to give, so that nobody can tell how it pools. */
    @Test
    void whereItCannotBeToldHowSessionsArePooledARunTakesALease() {
        script("V1__one.sql", "create table thing (id int);");
        try (PgBouncer pooler = PgBouncer.before(database, Mode.SESSION, 1)) {
            assertThat(engine(pooler.dataSource()).load().migrate().migrationsExecuted())
                    .isOne();
            assertThat(leaseExists()).isTrue();
        }
    }

    @Test
    void aLockOfASessionThatWouldNotHoldIsRefusedWithTheWaysOut() {
        script("V1__one.sql", "create table thing (id int);");
        try (PgBouncer pooler = PgBouncer.before(database, Mode.TRANSACTION, 4)) {
            assertThatExceptionOfType(MigrateDbException.class)
                    .isThrownBy(() -> engine(pooler.dataSource())
                            .lockStrategy(Strategy.SESSION)
                            .load()
                            .migrate())
                    .withMessageContaining("does not hold")
                    .withMessageContaining("migratedb.lock.strategy")
                    .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));
            assertThat(database.strings(ADVISORY_LOCKS)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theDefaultSchemaIsThatOfEachTransactionAndNoneOfAnotherClient(int sessions) {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__path.sql", "set search_path = pg_catalog;");
        script("V3__three.sql", "insert into thing values (3);");
        script("beforeEachMigrate.sql", "create table if not exists seen (id int);");
        try (PgBouncer pooler = PgBouncer.before(database, Mode.TRANSACTION, sessions)) {
            engine(pooler.dataSource()).defaultSchema("shop").load().migrate();

            assertThat(count("shop.thing")).isOne();
            assertThat(database.strings("select schemaname from pg_tables where tablename = 'seen'"))
                    .containsExactly("shop");
            for (int i = 0; i < 2 * sessions; i++) {
                assertThat(JdbcClient.create(pooler.dataSource())
                                .sql("select current_setting('search_path')")
                                .query(String.class)
                                .single())
                        .isEqualTo("\"$user\", public");
            }
        }
    }

    @Test
    void theDriverKeepsNoStatementInASessionAndDoesAsBeforeAfterwards() throws Exception {
        for (int i = 1; i <= 12; i++) {
            script("V" + i + "__t.sql", "create table t" + i + " (id int);");
        }
        try (PgBouncer pooler = PgBouncer.before(database, Mode.TRANSACTION, 4)) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(pooler.dataSource());
            config.setMaximumPoolSize(2);
            config.setAutoCommit(false);
            try (HikariDataSource pool = new HikariDataSource(config)) {
                assertThat(engine(pool).load().migrate().migrationsExecuted()).isEqualTo(12);
                try (Connection one = pool.getConnection();
                        Connection two = pool.getConnection()) {
                    assertThat(one.unwrap(PGConnection.class).getPrepareThreshold())
                            .isEqualTo(5);
                    assertThat(two.unwrap(PGConnection.class).getPrepareThreshold())
                            .isEqualTo(5);
                    assertThat(one.getAutoCommit()).isFalse();
                    assertThat(two.getAutoCommit()).isFalse();
                }
            }
        }
    }

    @Test
    void aRunFindsASecondTimeNothingToDoWithoutLookingAtSessions() {
        script("V1__one.sql", "create table thing (id int);");
        try (PgBouncer pooler = PgBouncer.before(database, Mode.TRANSACTION, 1)) {
            engine(pooler.dataSource()).load().migrate();
            try (LogLines lines = new LogLines(Level.WARN)) {
                assertThat(engine(pooler.dataSource()).load().migrate().migrationsExecuted())
                        .isZero();
                assertThat(lines.of(Level.WARN)).isEmpty();
            }
        }
    }
}
