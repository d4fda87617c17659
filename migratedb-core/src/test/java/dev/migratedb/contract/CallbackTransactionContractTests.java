package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.MigrationFailedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which transaction callbacks run: shown by what remains of the rows that they write. */
abstract class CallbackTransactionContractTests extends ContractTests {

    @BeforeEach
    void tables() {
        database.execute("create table heard (event varchar(100))", "create table thing (id int)");
    }

    /** Writes the event into a table, then does more. */
    private static class Writing extends RecordingCallback {

        private final List<Event> wanted;
        private final String name;
        private final Runnable more;

        Writing(String name, Runnable more, Event... wanted) {
            super((event, context) -> context.getJdbcClient()
                    .sql("insert into heard values ('" + event.id() + "')")
                    .update());
            this.name = name;
            this.more = more;
            this.wanted = List.of(wanted);
        }

        @Override
        public boolean supports(Event event, CallbackContext context) {
            return wanted.contains(event);
        }

        @Override
        public void handle(Event event, CallbackContext context) {
            super.handle(event, context);
            more.run();
        }

        @Override
        public String getCallbackName() {
            return name;
        }
    }

    private static Callback writing(Event... wanted) {
        return new Writing("a", () -> {}, wanted);
    }

    private static Callback writingAndFailing(Event... wanted) {
        return new Writing("b", CallbackTransactionContractTests::fail, wanted);
    }

    private static void fail() {
        throw new IllegalStateException("as told");
    }

    private List<String> heard() {
        return database.strings("select event from heard");
    }

    private void migrate(Callback... callbacks) {
        engine().baselineOnMigrate(true)
                .baselineVersion("0")
                .callbacks(callbacks)
                .load()
                .migrate();
    }

    @Test
    void eachCallbackOfTheCommandHasATransactionOfItsOwn() {
        script("V1__one.sql", "insert into thing values (1);");

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> migrate(writing(Event.AFTER_MIGRATE), writingAndFailing(Event.AFTER_MIGRATE)))
                .withMessageContaining("the callback did");
        assertThat(heard()).containsExactly("afterMigrate");
        assertThat(count("thing")).isEqualTo(1);
    }

    @Test
    void callbacksOfAMigrationShareItsTransaction() {
        script("V1__one.sql", "insert into thing values (1);");

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> migrate(
                        writing(
                                Event.BEFORE_EACH_MIGRATE,
                                Event.BEFORE_EACH_MIGRATE_STATEMENT,
                                Event.AFTER_EACH_MIGRATE_STATEMENT,
                                Event.AFTER_EACH_MIGRATE),
                        writingAndFailing(Event.AFTER_EACH_MIGRATE)));
        assertThat(heard()).isEmpty();
        assertThat(count("thing")).isZero();
    }

    @Test
    void callbacksOfAMigrationWithoutTransactionRunInAutocommit() {
        script("V1__one.sql", "insert into thing values (1);\ninsert into nothing values (1);");
        script("V1__one.sql.conf", "executeInTransaction=false");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> migrate(writing(Event.BEFORE_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE_STATEMENT)));
        assertThat(heard()).containsExactly("beforeEachMigrate", "afterEachMigrateStatement");
    }

    @Test
    void errorCallbacksComeAfterTheRollbackInTransactionsOfTheirOwn() {
        script("V1__one.sql", "insert into thing values (1);\ninsert into nothing values (1);");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> migrate(
                        writing(
                                Event.BEFORE_EACH_MIGRATE,
                                Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR,
                                Event.AFTER_EACH_MIGRATE_ERROR,
                                Event.AFTER_MIGRATE_ERROR),
                        writingAndFailing(Event.AFTER_EACH_MIGRATE_ERROR)));
        assertThat(heard())
                .containsExactly("afterEachMigrateStatementError", "afterEachMigrateError", "afterMigrateError");
        assertThat(count("thing")).isZero();
    }

    @Test
    void aCallbackThatWantsNoTransactionRunsInAutocommitAndKeepsWhatItDid() {
        script("V1__one.sql", "insert into thing values (1);");
        List<Event> asked = new ArrayList<>();
        Callback outside =
                new Writing(
                        "x", CallbackTransactionContractTests::fail, Event.BEFORE_EACH_MIGRATE, Event.AFTER_MIGRATE) {
                    @Override
                    public boolean canHandleInTransaction(Event event, CallbackContext context) {
                        asked.add(event);
                        return false;
                    }

                    @Override
                    public void handle(Event event, CallbackContext context) {
                        if (event == Event.AFTER_MIGRATE) {
                            assertThat(autoCommit(context)).isTrue();
                            super.handle(event, context);
                        } else {
                            assertThat(autoCommit(context)).isFalse();
                        }
                    }
                };

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> migrate(outside))
                .withMessageContaining("What the callback did without a transaction stays.");
        assertThat(heard()).containsExactly("afterMigrate");
        assertThat(asked).containsExactly(Event.AFTER_MIGRATE);
    }

    private static boolean autoCommit(CallbackContext context) {
        try {
            return context.getConnection().getAutoCommit();
        } catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Test
    void aSqlCallbackMayRefuseATransactionByItsConf() {
        script("V1__one.sql", "insert into thing values (1);");
        script("afterMigrate.sql", "insert into heard values ('kept');\ninsert into nothing values (1);");
        script("afterMigrate.sql.conf", "executeInTransaction=false");

        assertThatExceptionOfType(CallbackFailedException.class).isThrownBy(this::migrate);
        assertThat(heard()).containsExactly("kept");

        script("afterMigrate.sql.conf", "executeInTransaction=true");
        assertThatExceptionOfType(CallbackFailedException.class).isThrownBy(this::migrate);
        assertThat(heard()).containsExactly("kept");
    }

    @Test
    void withoutTransactionsAtAllCallbacksRunInAutocommitToo() {
        script("V1__one.sql", "insert into thing values (1);");
        List<String> inTransaction = new ArrayList<>();
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event != Event.BEFORE_CONNECT && !autoCommit(context)) {
                inTransaction.add(event.id());
            }
        });

        engine().baselineOnMigrate(true)
                .baselineVersion("0")
                .executeInTransaction(false)
                .callbacks(callback)
                .load()
                .migrate();

        assertThat(callback.fired()).contains("beforeMigrate").contains("beforeEachMigrate");
        assertThat(inTransaction).isEmpty();
    }

    @Test
    void theLastEventComesAfterTheLockWasReleased() {
        script("V1__one.sql", "insert into thing values (1);");
        Callback next =
                new Writing(
                        "next",
                        () -> {
                            script("V2__two.sql", "insert into thing values (2);");
                            engine().lockWaitTimeout(Duration.ofSeconds(2))
                                    .load()
                                    .migrate();
                        },
                        Event.AFTER_MIGRATE_OPERATION_FINISH) {
                    @Override
                    public boolean canHandleInTransaction(Event event, CallbackContext context) {
                        throw new AssertionError("not asked");
                    }
                };

        migrate(next);

        assertThat(heard()).containsExactly("afterMigrateOperationFinish");
        assertThat(database.strings("select id from thing order by id")).containsExactly("1", "2");
    }

    @Test
    void whatACallbackSelectsIsReadToItsEndAndForgotten() {
        script("V1__one.sql", "insert into thing values (1);");
        script("afterMigrate.sql", "select * from thing;\nselect 1;\ninsert into heard values ('done');\nselect 2;");

        migrate();

        assertThat(heard()).containsExactly("done");
    }
}
