package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.CleanResult;
import dev.migratedb.testsupport.StatementCounter;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class CleanContractTests extends ContractTests {

    /** The schema of a fresh connection. */
    abstract String ownSchema();

    /** Statements that make one of everything that a schema can hold. */
    abstract List<String> oneOfEverything();

    /** The names of what a schema holds, whatever it is. */
    abstract List<String> objects(String schema);

    @Test
    void isRefusedByDefaultBeforeAnythingHappens() {
        script("V1__one.sql", "create table one (id int);");
        engine().load().migrate();
        RecordingCallback callback = new RecordingCallback();
        StatementCounter counter = StatementCounter.around(database.dataSource());

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().dataSource(counter.dataSource())
                        .callbacks(callback)
                        .load()
                        .clean())
                .withMessageContaining("'migratedb.clean-disabled'")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CLEAN_DISABLED));

        assertThat(callback.fired()).isEmpty();
        assertThat(counter.counts().connections()).isZero();
        assertThat(database.tables()).contains("one", "migratedb_state");
    }

    @Test
    void dropsEverythingInTheSchema() {
        oneOfEverything().forEach(database::execute);
        assertThat(objects(ownSchema())).isNotEmpty();
        script("V2__two.sql", "create table two (id int);");
        engine().baselineOnMigrate(true).load().migrate();
        RecordingCallback callback = new RecordingCallback();

        CleanResult result =
                engine().cleanDisabled(false).callbacks(callback).load().clean();

        assertThat(objects(ownSchema())).isEmpty();
        assertThat(result.cleaned()).containsExactly(ownSchema());
        assertThat(result.dropped()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(callback.fired())
                .isEqualTo("beforeConnect afterConnect beforeClean afterClean afterCleanOperationFinish");
    }

    @Test
    void everythingCanBeMigratedAgain() {
        script("V1__one.sql", "create table one (id int);");
        script("V2__two.sql", "insert into one values (1);");
        for (int i = 0; i < 3; i++) {
            assertThat(engine().load().migrate().migrationsExecuted()).isEqualTo(2);
            engine().cleanDisabled(false).load().clean();
        }
        assertThat(objects(ownSchema())).isEmpty();
        RecordingCallback callback = new RecordingCallback();
        engine().cleanDisabled(false).callbacks(callback).load().clean();
        assertThat(callback.fired())
                .isEqualTo("beforeConnect afterConnect beforeClean afterClean afterCleanOperationFinish");
        assertThat(objects(ownSchema())).isEmpty();
    }

    @Test
    void dropsSchemasThatItHasCreatedAndEmptiesOthers() {
        database.execute("create schema \"Mine\"");
        script("V1__one.sql", "create table one (id int);\ncreate view one_view as select * from one;");
        engine().schemas("shop", "Mine", "more").load().migrate();
        database.execute("create table \"Mine\".\"Odd \"\"Name\" (id int)");

        CleanResult result = engine().schemas("shop", "Mine", "more", "nowhere")
                .cleanDisabled(false)
                .load()
                .clean();

        assertThat(result.dropped()).containsExactly("shop", "more");
        assertThat(result.cleaned()).containsExactly("Mine");
        assertThat(result.warnings()).singleElement().asString().contains("\"nowhere\" does not exist");
        assertThat(database.schemas()).contains("Mine").doesNotContain("shop", "more");
        assertThat(objects("Mine")).isEmpty();
        engine().schemas("shop", "Mine", "more").load().migrate();
    }

    @Test
    void leavesOtherSchemasAlone() {
        database.execute("create schema \"other\"", "create table \"other\".\"kept\" (id int)");
        script("V1__one.sql", "create table one (id int);");
        engine().load().migrate();

        engine().cleanDisabled(false).load().clean();

        assertThat(objects("other")).isNotEmpty();
    }

    @Test
    void aFailingCallbackBeforeItLeavesEverything() {
        script("V1__one.sql", "create table one (id int);");
        engine().load().migrate();
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event == Event.BEFORE_CLEAN) {
                throw new IllegalStateException("not today");
            }
        });

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() ->
                        engine().cleanDisabled(false).callbacks(callback).load().clean());

        assertThat(callback.fired()).endsWith("beforeClean afterCleanError");
        assertThat(engine().load().migrate().migrationsExecuted()).isZero();
    }

    @Test
    void sqlCallbacksRunBeforeAndAfterIt() {
        script("V1__one.sql", "create table one (id int);");
        script("beforeClean.sql", "create table last_words (id int);");
        script("afterClean.sql", "create table first_words (id int);");
        engine().load().migrate();

        engine().cleanDisabled(false).load().clean();

        assertThat(database.tables()).containsExactly("first_words");
    }
}
