package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.CuttingProxy;
import dev.migratedb.testsupport.CuttingProxy.Moment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Connections of real servers, cut on the wire or by an administrator. */
abstract class LostConnectionOnTheWireContractTests extends LostConnectionContractTests {

    /** A statement that takes a minute. */
    abstract String sleep();

    /** The sessions that are in that statement. */
    abstract List<String> sleepers();

    /** Ends a session as an administrator would. */
    abstract void end(String session);

    private DataSource through(CuttingProxy proxy) {
        return new DriverManagerDataSource(proxy.url(), database.user(), database.password());
    }

    @Test
    void aCommitWhoseAnswerIsLostOnTheWireIsFound() {
        migratedOnce();
        try (CuttingProxy proxy = CuttingProxy.on(database, "COMMIT", Moment.BEFORE_THE_ANSWER)) {
            assertCommitted(through(proxy));
            assertThat(proxy.hasCut()).isTrue();
        }
    }

    @Test
    void aCommitThatIsLostOnTheWireIsNotTakenForOne() {
        migratedOnce();
        try (CuttingProxy proxy = CuttingProxy.on(database, "COMMIT", Moment.BEFORE_IT_ARRIVES)) {
            assertNotCommitted(through(proxy));
            assertThat(proxy.hasCut()).isTrue();
        }
    }

    @Test
    void aHistoryThatWasNotCreatedForWantOfAConnectionIsNotBlamedOnRights() {
        script("V1__one.sql", "create table thing (id int);");
        try (CuttingProxy proxy = CuttingProxy.on(database, "CREATE TABLE", Moment.BEFORE_IT_ARRIVES)) {
            assertThatExceptionOfType(MigrateDbException.class)
                    .isThrownBy(() -> engine().dataSource(through(proxy)).load().migrate())
                    .withMessageContainingAll(
                            "could not be created", "No migration was run", "See to the cause and start again")
                    .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONNECTION));
        }
    }

    @Test
    void aConnectionThatIsEndedInMidStatementIsTold() throws Exception {
        migratedOnce();
        script("V2__two.sql", "insert into thing values (2);\n" + sleep() + ";\n");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> run = thread.submit(() -> assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().load().migrate())
                    .withMessageContainingAll("V2__two.sql:2:1", "start again")
                    .withMessageContainingAll(
                            "The connection was lost, and with it ends its transaction", "See why the connection ended")
                    .satisfies(ex -> assertThat(ex.rolledBack()).isTrue()));
            await().atMost(Duration.ofSeconds(60)).until(() -> sleepers().size() == 1);

            end(sleepers().get(0));

            run.get(60, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
        script("V2__two.sql", "insert into thing values (2);");
        assertThat(engine().load().migrate().migrationsExecuted()).isEqualTo(2);
        assertThat(database.strings("select id from thing order by id")).containsExactly("2", "3");
    }
}
