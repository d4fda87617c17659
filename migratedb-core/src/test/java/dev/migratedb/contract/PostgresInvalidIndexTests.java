package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.result.ValidationFailedException;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresInvalidIndexTests extends ContractTests {

    private static final String INDEXES =
            "select i.relname || ' ' || indisvalid from pg_index join pg_class i on i.oid = indexrelid"
                    + " join pg_class t on t.oid = indrelid where t.relname = 'thing'";

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @BeforeEach
    void twins() {
        script("V1__one.sql", "create table thing (id int);\ninsert into thing values (1), (1);");
        engine().load().migrate();
    }

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private List<String> indexes() {
        return database.strings(INDEXES);
    }

    private void failsToMigrate() {
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate());
    }

    private void failsForTheTwins(String statement) {
        script("V2__two.sql", statement);
        failsToMigrate();
        assertThat(indexes()).containsExactly("thing_unique false");
        database.execute("delete from thing where ctid = (select min(ctid) from thing)");
    }

    @Test
    void isDroppedAndBuiltAgainWhenItsBuildHasFailed() {
        failsForTheTwins("create unique index concurrently thing_unique on thing (id);");

        try (LogLines lines = new LogLines()) {
            engine().load().migrate();

            assertThat(lines.all())
                    .anyMatch(line -> line.contains("DROP INDEX CONCURRENTLY IF EXISTS public.thing_unique"));
        }
        assertThat(indexes()).containsExactly("thing_unique true");
        assertThat(history()).last().isEqualTo("2 2 two SQL V2__two.sql ok");
    }

    @Test
    void isDroppedAndBuiltAgainWhenItsStatementToleratesThatItIsThere() {
        failsForTheTwins("create unique index concurrently if not exists thing_unique on public.thing (id);");

        engine().load().migrate();

        assertThat(indexes()).containsExactly("thing_unique true");
    }

    @Test
    void isDroppedWhenItsStatementIsReplacedByAnotherOne() {
        failsForTheTwins("create unique index concurrently thing_unique on thing (id);");
        script("V2__two.sql", "create index concurrently thing_index on thing (id);");

        engine().load().migrate();

        assertThat(indexes()).containsExactly("thing_index true");
    }

    @Test
    void isNamedWithTheStatementThatDropsItWhereItIsNotToBeRebuilt() {
        failsForTheTwins("create unique index concurrently thing_unique on thing (id);");

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().rebuildInvalidIndexes(false).load().migrate())
                .withMessageContaining("V2__two.sql has stopped at statement 1 (line 1)")
                .withMessageContaining("DROP INDEX CONCURRENTLY IF EXISTS public.thing_unique;")
                .withMessageContaining("migratedb.rebuild-invalid-indexes");

        database.execute("DROP INDEX CONCURRENTLY public.thing_unique");
        engine().rebuildInvalidIndexes(false).load().migrate();
        assertThat(indexes()).containsExactly("thing_unique true");
    }

    @Test
    void isLeftAloneWhereItWasThereBefore() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> database.execute("create unique index concurrently thing_unique on thing (id)"));
        script("V2__two.sql", "create unique index concurrently thing_unique on thing (id);");

        failsToMigrate();
        failsToMigrate();

        assertThat(indexes()).containsExactly("thing_unique false");
    }

    @Test
    void isDroppedAndBuiltAgainWhenTheSessionOfItsBuildWasEnded() throws Exception {
        script("V2__two.sql", "create index concurrently thing_index on thing (id);");
        try (Connection reader = database.dataSource().getConnection()) {
            holdUp(reader);
            Future<MigrateResult> run = threads.submit(() -> engine().load().migrate());
            String build =
                    "from pg_stat_activity where query like 'create index concurrently%' and wait_event_type = 'Lock'"
                            + " and datname = current_database()";
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !database.strings("select pid " + build).isEmpty());

            database.strings("select pg_terminate_backend(pid) " + build);

            assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> run.get(60, TimeUnit.SECONDS));
            assertThat(indexes()).containsExactly("thing_index false");
            reader.rollback();
        }

        engine().load().migrate();

        assertThat(indexes()).containsExactly("thing_index true");
        assertThat(history()).last().isEqualTo("2 2 two SQL V2__two.sql ok");
    }

    /** A transaction that has written is what the build waits for. */
    private static void holdUp(Connection reader) throws SQLException {
        reader.setAutoCommit(false);
        reader.createStatement().executeUpdate("insert into thing values (3)");
    }
}
