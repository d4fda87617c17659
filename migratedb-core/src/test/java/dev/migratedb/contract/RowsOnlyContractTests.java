package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.callback.RunObserver;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.result.ValidationFailedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Scripts that change nothing but rows, where DDL commits: a failure takes all of them back, so that the next run begins them
 * anew without repair, unless something may have kept a part.
 */
abstract class RowsOnlyContractTests extends ContractTests {

    static final String TAKEN_BACK = "Everything this migration had done was rolled back.";

    @BeforeEach
    void tables() {
        script("V1__tables.sql", "create table thing (id int);");
        engine().load().migrate();
    }

    /** Two rows, of which only the first one can be inserted. */
    void failing(String name) {
        script(name, "insert into thing values (1);\ninsert into nothing values (2);\n");
    }

    void corrected(String name) {
        script(name, "insert into thing values (1);\ninsert into thing values (2);\n");
    }

    MigrationFailedException failure(MigrateDb.Builder engine) {
        return catchThrowableOfType(
                MigrationFailedException.class, () -> engine.load().migrate());
    }

    void assertTakenBack(MigrationFailedException failure, String remedy) {
        assertThat(failure).hasMessageContaining(remedy);
        assertThat(failure.getMessage()).doesNotContain("failed row").doesNotContain("repair");
        assertThat(failure.rolledBack()).isTrue();
        assertThat(failure.committedStatements()).isZero();
        assertThat(count("thing")).isZero();
        assertThat(history()).containsExactly("1 1 tables SQL V1__tables.sql ok");
    }

    void assertNextRunDoesAllOfItOnce() {
        corrected("V2__rows.sql");
        assertThat(engine().load().migrate().migrationsExecuted()).isEqualTo(1);
        assertThat(database.strings("select id from thing order by id")).containsExactly("1", "2");
        assertThat(history()).last().isEqualTo("2 2 rows SQL V2__rows.sql ok");
    }

    void assertMayBeLeft(MigrationFailedException failure, String why) {
        assertThat(failure)
                .hasMessageContainingAll(
                        "The transaction was rolled back, but " + why,
                        "some of what the migration had done may stay, and the history has a failed row",
                        "See what is left of V2__rows.sql, and take it back by hand. Then run repair");
        assertThat(failure.rolledBack()).isFalse();
        assertThat(history()).last().isEqualTo("2 2 rows SQL V2__rows.sql failed");
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate());
    }

    void assertNextRunDoesAllOfItOnceAfterRepair() {
        database.execute("delete from thing");
        engine().load().repair();
        assertNextRunDoesAllOfItOnce();
    }

    @Test
    void aFailureLeavesNothingAndNeedsNoRepair() {
        failing("V2__rows.sql");

        assertTakenBack(failure(engine()), TAKEN_BACK);
        assertTakenBack(failure(engine()), "Correct V2__rows.sql and start again.");

        assertNextRunDoesAllOfItOnce();
    }

    @Test
    void aRepeatableMigrationThatFailsLeavesNothing() {
        failing("R__rows.sql");

        assertTakenBack(failure(engine()), TAKEN_BACK);

        corrected("R__rows.sql");
        assertThat(engine().load().migrate().migrationsExecuted()).isEqualTo(1);
        assertThat(count("thing")).isEqualTo(2);
    }

    @Test
    void anUndoMigrationThatFailsLeavesNothing() {
        corrected("V2__rows.sql");
        engine().load().migrate();
        script("U2__rows.sql", "delete from thing;\ndelete from nothing;");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().undo())
                .withMessageContaining(TAKEN_BACK);

        assertThat(count("thing")).isEqualTo(2);
        assertThat(history()).hasSize(2);
        script("U2__rows.sql", "delete from thing;");
        engine().load().undo();
        assertThat(count("thing")).isZero();
    }

    /** Loses the connection with the second row, before it is sent. */
    DataSource losingAtTheSecondRow() {
        AtomicBoolean lost = new AtomicBoolean();
        return StatementTrap.around(database.dataSource(), (connection, sql) -> {
            if (sql.contains("insert into thing values (2)") && lost.compareAndSet(false, true)) {
                connection.rollback();
                connection.close();
                throw new SQLException("An I/O error occurred", "08006");
            }
        });
    }

    @Test
    void aConnectionThatIsLostInTheMiddleLeavesNothing() {
        corrected("V2__rows.sql");

        MigrationFailedException failure = failure(engine().batch(false).dataSource(losingAtTheSecondRow()));

        assertTakenBack(failure, "The connection was lost, and with it ends its transaction");
        assertNextRunDoesAllOfItOnce();
    }

    @Test
    void callbacksThatListenToStatementsChangeNothingAboutThat() {
        failing("V2__rows.sql");
        RecordingCallback callback = new RecordingCallback();

        MigrationFailedException failure = failure(engine().callbacks(callback));

        assertTakenBack(failure, TAKEN_BACK);
        assertThat(callback.fired())
                .endsWith("beforeEachMigrateStatement afterEachMigrateStatementError afterEachMigrateError"
                        + " afterMigrateError");
        assertNextRunDoesAllOfItOnce();
    }

    @Test
    void aCallbackThatCommitsInTheMiddleIsFoundOut() {
        failing("V2__rows.sql");
        RecordingCallback committing = new RecordingCallback((event, context) -> {
            if (event == Event.AFTER_EACH_MIGRATE_STATEMENT) {
                try {
                    context.getConnection().commit();
                } catch (SQLException ex) {
                    throw new IllegalStateException(ex);
                }
            }
        });

        MigrationFailedException failure = failure(engine().callbacks(committing));

        assertMayBeLeft(failure, "it had ended before, by what code that was called has done");
        assertThat(count("thing")).isEqualTo(1);
        assertNextRunDoesAllOfItOnceAfterRepair();
    }

    @Test
    void aCallbackWithDdlBehindTheStatementsIsFoundOut() {
        corrected("V2__rows.sql");
        script("afterEachMigrate.sql", "create table trace (id int);\ninsert into nothing values (1);\n");

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().migrate());

        assertThat(count("thing")).isEqualTo(2);
        assertThat(history()).last().isEqualTo("2 2 rows SQL V2__rows.sql failed");
        delete("afterEachMigrate.sql");
        assertNextRunDoesAllOfItOnceAfterRepair();
    }

    @Test
    void aConnectionThatIsLostCannotTellWhatACallbackHasDone() {
        corrected("V2__rows.sql");

        MigrationFailedException failure =
                failure(engine().batch(false).callbacks(new RecordingCallback()).dataSource(losingAtTheSecondRow()));

        assertMayBeLeft(failure, "code was called in it that may have committed");
        assertNextRunDoesAllOfItOnceAfterRepair();
    }

    @Test
    void whoOnlyLooksOnLeavesNoDoubtAlsoWhereTheConnectionIsLostAndWhereHeFails() {
        corrected("V2__rows.sql");
        List<Event> seen = new ArrayList<>();

        try (LogLines lines = new LogLines()) {
            MigrationFailedException failure =
                    failure(engine().batch(false).callbacks(new Onlooker(seen)).dataSource(losingAtTheSecondRow()));

            assertThat(failure.rolledBack()).isTrue();
            assertThat(lines.all())
                    .noneMatch(line -> line.startsWith("Executing"))
                    .anyMatch(line -> line.endsWith("could not be told of beforeEachMigrate"));
        }
        assertThat(seen).contains(Event.BEFORE_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE_ERROR);
        assertThat(history()).hasSize(1);
        assertNextRunDoesAllOfItOnce();
    }

    private record Onlooker(List<Event> seen) implements RunObserver {

        @Override
        public boolean supports(Event event, CallbackContext context) {
            return true;
        }

        @Override
        public void handle(Event event, CallbackContext context) {
            seen.add(event);
            throw new IllegalStateException("not in the mood");
        }
    }

    @Test
    void aScriptThatCommitsItselfGoesOnWhereItHasFailed() {
        script("V2__rows.sql", "insert into thing values (1);\ncommit;\ninsert into nothing values (2);\n");

        MigrationFailedException failure = failure(engine());

        assertThat(failure.rolledBack()).isFalse();
        assertThat(history()).last().isEqualTo("2 2 rows SQL V2__rows.sql failed");
        script("V2__rows.sql", "insert into thing values (1);\ncommit;\ninsert into thing values (2);\n");
        engine().load().migrate();
        assertThat(database.strings("select id from thing order by id")).containsExactly("1", "2");
    }

    @Test
    void aScriptWithoutTransactionKeepsWhatItHasDone() {
        failing("V2__rows.sql");
        script("V2__rows.sql.conf", "executeInTransaction=false");

        MigrationFailedException failure = failure(engine());

        assertThat(failure.rolledBack()).isFalse();
        assertThat(count("thing")).isEqualTo(1);
        assertThat(history()).last().isEqualTo("2 2 rows SQL V2__rows.sql failed");
        assertNextRunDoesAllOfItOnce();
    }
}
