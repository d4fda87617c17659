package dev.migratedb.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While both histories are there, Flyway and MigrateDB wait for each other on PostgreSQL. */
class FlywayExclusionTests {

    private static final String ASKS_FOR_THE_LOCK =
            "select count(*) from pg_stat_activity where datname = current_database() and query like '%pg_try_advisory%'"
                    + " and pid not in (select pid from pg_locks where locktype = 'advisory' and granted)";

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private FreshDatabase database;

    @BeforeEach
    void ranByFlyway() throws IOException {
        database = PostgresTestDatabase.get().freshDatabase();
        Files.writeString(folder.resolve("V1__one.sql"), "create table runs (engine varchar(20));");
        flyway().migrate();
    }

    @AfterEach
    void close() throws InterruptedException {
        mayEnd.countDown();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        database.close();
    }

    @Test
    void flywayWaitsForARunOfOurs() throws Exception {
        Future<Integer> ours = threads.submit(() ->
                migrateDb().javaMigrations(new V2__Stop()).load().migrate().migrationsExecuted());
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        Files.writeString(folder.resolve("V3__three.sql"), "insert into runs values ('flyway');");

        Future<Integer> flyway = threads.submit(() -> flyway().migrate().migrationsExecuted);
        waitsForTheLock();
        assertThat(database.count("runs")).isZero();
        mayEnd.countDown();

        assertThat(ours.get(1, TimeUnit.MINUTES)).isOne();
        assertThat(flyway.get(1, TimeUnit.MINUTES)).isOne();
        assertThat(database.strings("select engine from runs")).containsExactly("flyway");
    }

    @Test
    void aRunOfOursWaitsForFlywayAndTakesOverWhatItHasDone() throws Exception {
        migrateDb().load().migrate();
        Files.writeString(folder.resolve("V2__two.sql"), "insert into runs values ('either');");
        Future<Integer> flyway = threads.submit(() -> Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + folder)
                .callbacks(new StopsFlyway(begun, mayEnd))
                .load()
                .migrate()
                .migrationsExecuted);
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

        Future<Integer> ours = threads.submit(() -> migrateDb().load().migrate().migrationsExecuted());
        waitsForTheLock();
        assertThat(ours.isDone()).isFalse();
        mayEnd.countDown();

        assertThat(flyway.get(1, TimeUnit.MINUTES)).isOne();
        assertThat(ours.get(1, TimeUnit.MINUTES)).isZero();
        assertThat(database.strings("select engine from runs")).containsExactly("either");
        assertThat(database.strings("select script from migratedb_state order by installed_rank"))
                .containsExactly("V1__one.sql", "V2__two.sql");
    }

    private void waitsForTheLock() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !database.strings(ASKS_FOR_THE_LOCK).equals(List.of("0")));
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + folder)
                .ignoreMigrationPatterns("*:missing", "*:future")
                .load();
    }

    private MigrateDb.Builder migrateDb() {
        return MigrateDb.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + folder)
                .lockPollInterval(Duration.ofMillis(50));
    }

    private final class V2__Stop extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) throws Exception {
            begun.countDown();
            assertThat(mayEnd.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }
}
