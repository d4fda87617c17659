package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.migratedb.MigrateDb;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.MigrateResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The connection of a run that waits for another one is ended by an administrator. */
abstract class LostWhileWaitingContractTests extends LockContractTests {

    /** The database, through connections that are known by the given name. */
    abstract DataSource named(String name);

    /** The sessions of that name. */
    abstract List<String> sessions(String name);

    abstract void end(String session);

    private Future<MigrateResult> first(Stop stop) throws InterruptedException {
        script("V1__one.sql", "create table thing (id int);");
        Future<MigrateResult> run =
                threads.submit(() -> engine().javaMigrations(stop).load().migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();
        return run;
    }

    /** Lets it wait, and ends its connection once. */
    private Future<MigrateResult> second(LogLines lines, MigrateDb.Builder engine) {
        Future<MigrateResult> run = threads.submit(() -> engine.dataSource(named("waiter"))
                .javaMigrations(new Stop())
                .load()
                .migrate());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> lines.all().stream().anyMatch(line -> line.startsWith("Waiting for another run")));
        end(sessions("waiter").get(0));
        return run;
    }

    @Test
    void connectsAgainAndGoesOnWaitingWhereThatIsAllowed() throws Exception {
        Stop stop = new Stop();
        Future<MigrateResult> first = first(stop);
        try (LogLines lines = new LogLines()) {
            Future<MigrateResult> second =
                    second(lines, engine().connectRetries(1).connectRetriesInterval(Duration.ofMillis(1)));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> lines.of(Level.WARN).stream()
                            .anyMatch(line -> line.contains("connects again and goes on waiting")));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> sessions("waiter").size() == 1);
            assertThat(second.isDone()).isFalse();

            stop.goOn.countDown();

            assertThat(first.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(2);
            assertThat(second.get(60, TimeUnit.SECONDS).migrationsExecuted()).isZero();
        }
        assertThat(history()).hasSize(2);
    }

    @Test
    void failsByDefaultAndTellsTheSetting() throws Exception {
        Stop stop = new Stop();
        Future<MigrateResult> first = first(stop);
        try (LogLines lines = new LogLines()) {
            Future<MigrateResult> second = second(lines, engine());

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> second.get(60, TimeUnit.SECONDS))
                    .withCauseInstanceOf(MigrateDbException.class)
                    .havingCause()
                    .withMessageContainingAll(
                            "lost while waiting for the lock", "Nothing was changed", "'migratedb.connect-retries'")
                    .satisfies(ex ->
                            assertThat(((MigrateDbException) ex).errorCode()).isEqualTo(ErrorCode.CONNECTION));
        }
        stop.goOn.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(2);
    }

    @Test
    void failsWhereACallbackHasPreparedTheSessionThatIsGone() throws Exception {
        Stop stop = new Stop();
        Future<MigrateResult> first = first(stop);
        script("afterConnect.sql", server().spelled("select 1;"));
        try (LogLines lines = new LogLines()) {
            Future<MigrateResult> second = second(lines, engine().connectRetries(5));

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> second.get(60, TimeUnit.SECONDS))
                    .havingCause()
                    .withMessageContaining("afterConnect");
        }
        stop.goOn.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(2);
    }
}
