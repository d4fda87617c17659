package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.BaselineResult;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.result.ValidationFailedException;
import org.junit.jupiter.api.Test;

abstract class BaselineContractTests extends ContractTests {

    static final String ROW = "1 1 << MigrateDB Baseline >> BASELINE << MigrateDB Baseline >> ok";

    @Test
    void beginsTheHistoryOfASchemaThatIsInUse() {
        database.execute("create table old_things (id int)");
        script("V1__one.sql", "create table old_things (id int);");
        script("V2__two.sql", "insert into old_things values (2);");
        RecordingCallback callback = new RecordingCallback();
        MigrateDb engine = engine().callbacks(callback).load();

        BaselineResult result = engine.baseline();

        assertThat(result.version()).isEqualTo(MigrationVersion.of("1"));
        assertThat(result.created()).isTrue();
        assertThat(history()).containsExactly(ROW);
        assertThat(callback.fired())
                .isEqualTo("beforeConnect afterConnect beforeBaseline afterBaseline afterBaselineOperationFinish");
        assertThat(engine().load().migrate().migrationsExecuted()).isOne();
    }

    @Test
    void doesNothingTheSecondTime() {
        engine().baselineVersion("3").baselineDescription("as of May").load().baseline();
        script("V4__four.sql", "create table four (id int);");
        engine().load().migrate();
        RecordingCallback callback = new RecordingCallback();

        BaselineResult result = engine().baselineVersion("3.0")
                .baselineDescription("as of May")
                .callbacks(callback)
                .load()
                .baseline();

        assertThat(result.created()).isFalse();
        assertThat(callback.fired())
                .isEqualTo("beforeConnect afterConnect beforeBaseline afterBaseline afterBaselineOperationFinish");
        assertThat(history()).containsExactly("1 3 as of May BASELINE as of May ok", "2 4 four SQL V4__four.sql ok");
    }

    @Test
    void refusesAHistoryThatBeginsOtherwise() {
        script("V1__one.sql", "create table one (id int);");
        engine().load().migrate();
        RecordingCallback callback = new RecordingCallback();

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().baseline())
                .withMessageContaining("contains migrations already");

        assertThat(callback.fired()).contains("afterBaselineError").doesNotContain("beforeBaseline", "Finish");
        assertThat(history()).containsExactly("1 1 one SQL V1__one.sql ok");
    }

    @Test
    void createsMissingSchemasAndRemembersThem() {
        engine().schemas("shop").load().baseline();

        assertThat(database.strings("select \"type\" from \"shop\"." + HISTORY + " order by \"installed_rank\""))
                .containsExactly("SCHEMA", "BASELINE");
    }

    @Test
    void aFailingCallbackLeavesNoHistory() {
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event == Event.BEFORE_BASELINE) {
                throw new IllegalStateException("not today");
            }
        });

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().baseline())
                .withMessageContaining("not today");

        assertThat(historyExists()).isFalse();
        assertThat(callback.fired()).endsWith("beforeBaseline afterBaselineError");
    }

    @Test
    void migrateFiresItsEventsWhereItBeginsTheHistory() {
        database.execute("create table old_things (id int)");
        script("V2__two.sql", "insert into old_things values (2);");
        RecordingCallback callback = new RecordingCallback();

        engine().baselineOnMigrate(true).callbacks(callback).load().migrate();
        assertThat(callback.fired())
                .contains("beforeMigrate beforeBaseline afterBaseline beforeEachMigrate")
                .doesNotContain("afterBaselineOperationFinish");

        callback.clear();
        engine().baselineOnMigrate(true).callbacks(callback).load().migrate();
        assertThat(callback.fired()).doesNotContain("Baseline");
    }

    @Test
    void aBaselineMigrationStandsForAllVersionsUpToItsOwnOnAnEmptyHistoryOnly() {
        script("V1__one.sql", "create table one (id int);");
        script("V2__two.sql", "create table two (id int);");
        script("B2__both.sql", "create table one (id int);\ncreate table two (id int);");
        script("V3__three.sql", "create table three (id int);");
        script("B9__far.sql", "create table far (id int);");

        MigrateResult result = engine().target("3").load().migrate();

        assertThat(result.targetVersion()).isEqualTo(MigrationVersion.of("3"));
        assertThat(history())
                .containsExactly("1 2 both SQL_BASELINE B2__both.sql ok", "2 3 three SQL V3__three.sql ok");
        script("B4__later.sql", "create table later (id int);");
        assertThat(engine().load().migrate().migrationsExecuted()).isZero();
        assertThat(engine().load().validate().problems()).isEmpty();
    }
}
