package dev.migratedb.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.migratedb.MigrateDb;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.slf4j.LoggerFactory;

/** While both histories are there, Flyway and MigrateDB wait for each other. */
abstract class FlywayExclusionContractTests {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("dev.migratedb");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private FreshDatabase database;

    /** The database that the tests run against. */
    abstract TestDatabase server();

    /** A query for a number other than 0 while a session of Flyway asks for the lock that another one holds. */
    abstract String flywayWaits();

    /** The log is off in this module. */
    @BeforeEach
    void listen() {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        LOGGER.addAppender(log);
        LOGGER.setAdditive(false);
        LOGGER.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        LOGGER.setLevel(Level.OFF);
        LOGGER.setAdditive(true);
        LOGGER.detachAppender(log);
    }

    @BeforeEach
    void ranByFlyway() throws IOException {
        database = server().freshDatabase();
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
        until(() -> !database.strings(flywayWaits()).equals(List.of("0")));
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
        until(() -> log.list.stream()
                .anyMatch(line -> line.getFormattedMessage().startsWith("Waiting for a run of Flyway")));
        assertThat(ours.isDone()).isFalse();
        mayEnd.countDown();

        assertThat(flyway.get(1, TimeUnit.MINUTES)).isOne();
        assertThat(ours.get(1, TimeUnit.MINUTES)).isZero();
        assertThat(database.strings("select engine from runs")).containsExactly("either");
        assertThat(database.strings("select script from migratedb_state order by installed_rank"))
                .containsExactly("V1__one.sql", "V2__two.sql");
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(condition);
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
                .lockPollInterval(Duration.ofMillis(50))
                .progressInterval(Duration.ofMillis(50));
    }

    private final class V2__Stop extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) throws Exception {
            begun.countDown();
            assertThat(mayEnd.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }
}
