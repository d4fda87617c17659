package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.OwnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to the server as a whole: it crashes, it comes late, it is a replica. */
class PostgresServerTests {

    private final OwnPostgres server = OwnPostgres.start();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final JdbcClient client = JdbcClient.create(server.dataSource());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void end() {
        thread.shutdownNow();
        server.close();
    }

    private MigrateDb.Builder engine() {
        return MigrateDb.configure().dataSource(server.dataSource()).locations("filesystem:" + folder);
    }

    private void script(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private List<String> things() {
        return client.sql("select id from thing order by id")
                .query(String.class)
                .list();
    }

    @Test
    void aCrashInMidScriptLeavesNothingOfItAndTheNextRunWaitsForTheServer() throws Exception {
        script("V1__one.sql", "create table thing (id int);\ninsert into thing values (1);");
        engine().load().migrate();
        script("V2__two.sql", "insert into thing values (2);\nselect pg_sleep(300);");
        Future<?> run = thread.submit(() -> assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContainingAll(
                        "V2__two.sql:2:1", "The connection was lost, and with it ends its transaction", "start again")
                .satisfies(ex -> assertThat(ex.rolledBack()).isTrue()));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        client.sql("select count(*) from pg_stat_activity where query like 'select pg_sleep(300)%'")
                                        .query(Long.class)
                                        .single()
                                == 1);

        server.crash();

        run.get(60, TimeUnit.SECONDS);
        script("V2__two.sql", "insert into thing values (2);");
        try (LogLines lines = new LogLines()) {
            Future<Integer> next = thread.submit(() -> engine().connectRetries(1000)
                    .connectRetriesInterval(Duration.ofMillis(100))
                    .load()
                    .migrate()
                    .migrationsExecuted());
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            lines.all().stream().anyMatch(line -> line.startsWith("No connection to the database")));
            server.startAgain();

            assertThat(next.get(120, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(things()).containsExactly("1", "2");
    }

    @Test
    void aReplicaIsNamedAsOneAndIsEnoughWhereNothingIsPending() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        server.becomeReplica();

        assertThat(engine().load().migrate().migrationsExecuted()).isZero();
        assertThat(engine().load().info().applied()).hasSize(1);

        script("V2__two.sql", "insert into thing values (2);");
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContainingAll("the server is a replica", "targetServerType=primary", "Nothing was changed");
    }
}
