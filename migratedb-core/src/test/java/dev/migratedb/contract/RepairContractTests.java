package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.result.RepairResult;
import dev.migratedb.result.ValidationFailedException;
import org.junit.jupiter.api.Test;

abstract class RepairContractTests extends ContractTests {

    void threeApplied() {
        script("V1__one.sql", "create table one (id int);");
        script("V2__two.sql", "create table two (id int);");
        script("V3__three.sql", "create table three (id int);");
        engine().load().migrate();
    }

    @Test
    void removesAFailedRowSoThatTheCorrectedMigrationRuns() {
        threeApplied();
        script("V4__four.sql", "create table four (id int);\ninsert into nowhere values (1);");
        script("V4__four.sql.conf", "executeInTransaction=false");
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .satisfies(ex -> assertThat(ex.remedy()).contains("run repair"));
        assertThat(history()).last().isEqualTo("4 4 four SQL V4__four.sql failed");
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().validate())
                .withMessageContaining("run repair");

        RepairResult result = engine().load().repair();

        assertThat(result.removed()).extracting(MigrationInfo::script).containsExactly("V4__four.sql");
        assertThat(result.warnings()).last().asString().contains("still there");
        assertThat(history()).hasSize(3);
        database.execute("drop table four");
        script("V4__four.sql", "create table four (id int);");
        engine().load().migrate();
        assertThat(history()).last().isEqualTo("4 4 four SQL V4__four.sql ok");
    }

    @Test
    void marksRowsWithoutAFileAsDeletedSoThatValidationSucceeds() {
        threeApplied();
        delete("V2__two.sql");
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().validate());

        RepairResult result = engine().load().repair();

        assertThat(result.deleted()).extracting(MigrationInfo::script).containsExactly("V2__two.sql");
        assertThat(history()).hasSize(4).last().isEqualTo("4 2 two DELETE V2__two.sql ok");
        engine().load().validate();
        assertThat(count("two")).isZero();
    }

    @Test
    void takesOverChecksumDescriptionAndTypeOfFilesThatHaveChanged() {
        threeApplied();
        delete("V2__two.sql");
        script("V2__a_second_one.sql", "create table two (id bigint);");

        RepairResult result = engine().load().repair();

        assertThat(result.aligned()).extracting(MigrationInfo::script).containsExactly("V2__a_second_one.sql");
        assertThat(history())
                .containsExactly(
                        "1 1 one SQL V1__one.sql ok",
                        "2 2 a second one SQL V2__two.sql ok",
                        "3 3 three SQL V3__three.sql ok");
        engine().load().validate();
    }

    @Test
    void doesEverythingInOneGoOrNothing() {
        threeApplied();
        script("V1__one.sql", "create table one (id bigint);");
        delete("V2__two.sql");
        RecordingCallback callback = new RecordingCallback();

        RepairResult result = engine().callbacks(callback).load().repair();

        assertThat(result.aligned()).hasSize(1);
        assertThat(result.deleted()).hasSize(1);
        assertThat(callback.fired())
                .isEqualTo("beforeConnect afterConnect beforeRepair afterRepair afterRepairOperationFinish");
        callback.clear();
        assertThat(engine().callbacks(callback).load().repair().aligned()).isEmpty();
        assertThat(callback.fired())
                .isEqualTo("beforeConnect afterConnect beforeRepair afterRepair afterRepairOperationFinish");
        assertThat(history()).hasSize(4);
    }

    @Test
    void aFailingCallbackLeavesTheHistoryAsItWas() {
        threeApplied();
        script("V1__one.sql", "create table one (id bigint);");
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event == Event.BEFORE_REPAIR) {
                throw new IllegalStateException("not today");
            }
        });

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().repair());

        assertThat(callback.fired()).endsWith("beforeRepair afterRepairError");
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().load().validate());
    }

    @Test
    void hasNothingToDoWithoutAHistory() {
        script("V1__one.sql", "create table one (id int);");

        RepairResult result = engine().load().repair();

        assertThat(result.removed()).isEmpty();
        assertThat(result.deleted()).isEmpty();
        assertThat(result.aligned()).isEmpty();
        assertThat(historyExists()).isFalse();
        assertThat(database.tables()).isEmpty();
    }
}
