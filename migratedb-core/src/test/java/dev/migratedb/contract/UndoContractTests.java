package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.UndoResult;
import dev.migratedb.result.ValidationFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class UndoContractTests extends ContractTests {

    static final String STATEMENT = " beforeEachUndoStatement afterEachUndoStatement";

    void threeApplied() {
        script("V1__one.sql", "create table one (id int);");
        script("U1__one.sql", "drop table one;");
        script("V2__two.sql", "create table two (id int);");
        script("U2__no_two.sql", "drop table two;");
        script("V3__three.sql", "create table three (id int);\ninsert into three values (3);");
        script("U3__three.sql", "delete from three;\ndrop table three;");
        engine().load().migrate();
    }

    @Test
    void undoesTheLastOneByDefault() {
        threeApplied();

        UndoResult result = engine().load().undo();

        assertThat(result.undone()).extracting(MigrationInfo::script).containsExactly("U3__three.sql");
        assertThat(result.undone()).extracting(MigrationInfo::state).containsExactly(MigrationState.SUCCESS);
        assertThat(result.currentVersion()).isEqualTo(MigrationVersion.of("2"));
        assertThat(database.tables()).contains("one", "two").doesNotContain("three");
        assertThat(history()).hasSize(4).last().isEqualTo("4 3 three UNDO_SQL U3__three.sql ok");
        assertThat(states()).contains("V3__three.sql UNDONE", "V3__three.sql PENDING", "U2__no_two.sql AVAILABLE");
        assertThat(engine().load().migrate().migrationsExecuted()).isOne();
        assertThat(engine().load().undo().undone()).hasSize(1);
    }

    @Test
    void undoesANumberDownToATargetAndAsConfigured() {
        threeApplied();

        assertThat(engine().load().undo(2).currentVersion()).isEqualTo(MigrationVersion.of("1"));
        engine().load().migrate();
        assertThat(engine().load().undoTo(MigrationVersion.of("2")).undone())
                .extracting(MigrationInfo::script)
                .containsExactly("U3__three.sql", "U2__no_two.sql");
        engine().load().migrate();
        UndoResult all = engine().undoTarget("1").load().undo();

        assertThat(all.currentVersion()).isNull();
        assertThat(database.tables()).doesNotContain("one", "two", "three");
        assertThat(engine().undoCount(2).load().undo().undone()).isEmpty();
    }

    @Test
    void aMissingUndoMigrationIsAnErrorBeforeTheFirst() {
        threeApplied();
        delete("U1__one.sql");
        delete("U2__no_two.sql");
        RecordingCallback callback = new RecordingCallback();

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().undo(3))
                .withMessageContaining("V1__one.sql")
                .withMessageContaining("V2__two.sql")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.UNDO_IMPOSSIBLE));

        assertThat(history()).hasSize(3);
        assertThat(database.tables()).contains("three");
        assertThat(callback.fired()).contains("afterUndoError").doesNotContain("Each", "Finish");
    }

    @Test
    void firesTheEventsOfAnUndoOfTwo() {
        threeApplied();
        RecordingCallback callback = new RecordingCallback();

        engine().callbacks(callback).load().undo(2);

        assertThat(callback.fired())
                .isEqualTo("beforeConnect afterConnect beforeUndo beforeEachUndo" + STATEMENT + STATEMENT
                        + " afterEachUndo beforeEachUndo" + STATEMENT
                        + " afterEachUndo afterUndo afterUndoOperationFinish");
        callback.clear();
        engine().callbacks(callback).load().undo(1);
        callback.clear();
        engine().callbacks(callback).load().undo(1);
        assertThat(callback.fired())
                .isEqualTo("beforeConnect afterConnect beforeUndo afterUndo afterUndoOperationFinish");
    }

    @Test
    void aFailureLeavesWhatWasUndoneBeforeAndTellsOfIt() {
        threeApplied();
        script("U2__no_two.sql", "drop table two;\ndrop table nowhere;");
        RecordingCallback callback = new RecordingCallback();

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().callbacks(callback).load().undo(3))
                .withMessageContaining("Undo of version 2 - no two failed: U2__no_two.sql")
                .withMessageContaining("version 3 - three, stays undone")
                .satisfies(ex -> assertThat(ex.rolledBack()).isEqualTo(transactionalDdl()));

        assertThat(callback.fired())
                .contains("beforeEachUndoStatement afterEachUndoStatementError afterEachUndoError afterUndoError");
        assertThat(database.tables()).contains("one").doesNotContain("three");
        assertThat(database.tables().contains("two")).isEqualTo(transactionalDdl());
        assertThat(history()).hasSize(transactionalDdl() ? 4 : 5);
        if (!transactionalDdl()) {
            assertThat(history()).last().isEqualTo("5 2 no two UNDO_SQL U2__no_two.sql failed");
            assertThatExceptionOfType(MigrationFailedException.class)
                    .as("it goes on where it has failed, and fails there again")
                    .isThrownBy(() -> engine().load().undo())
                    .withMessageContaining("run repair");
            assertThat(history()).hasSize(5);
            assertThat(engine().load().repair().removed()).hasSize(1);
        }
        script("U2__no_two.sql", "drop table if exists two;");
        assertThat(engine().load().undo(2).undone()).hasSize(2);
    }

    @Test
    void aGroupIsUndoneTogetherOrNotAtAll() {
        threeApplied();
        script("U2__no_two.sql", "drop table two;\ndrop table nowhere;");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().group(true).load().undo(2));

        assertThat(database.tables().contains("three")).isEqualTo(transactionalDdl());
        script("U2__no_two.sql", "drop table if exists two;");
        if (!transactionalDdl()) {
            engine().load().repair();
        }
        engine().group(true).load().undo(transactionalDdl() ? 2 : 1);
        assertThat(database.tables()).contains("one").doesNotContain("two", "three");
    }

    @Test
    void undoesInJavaInTheTransactionOfTheUndo() {
        script("V1__one.sql", "create table one (id int);");
        engine().load().migrate();

        UndoResult result = engine().javaMigrations(new U1__Drop_one()).load().undo();

        assertThat(result.undone()).extracting(MigrationInfo::type).containsExactly("UNDO_JDBC");
        assertThat(database.tables()).doesNotContain("one");
        assertThat(history()).last().asString().startsWith("2 1 Drop one UNDO_JDBC ");
    }

    @Test
    void recordsOnlyWhereMigrationsAreNotExecuted() {
        threeApplied();
        script("V4__four.sql", "create table four (id int);");
        script("U4__four.sql", "drop table four;");
        RecordingCallback callback = new RecordingCallback();

        assertThat(engine().skipExecutingMigrations(true)
                        .callbacks(callback)
                        .load()
                        .migrate()
                        .migrationsExecuted())
                .isOne();
        assertThat(history()).last().isEqualTo("4 4 four SQL V4__four.sql ok");
        assertThat(callback.fired())
                .contains("beforeMigrate", "afterMigrateApplied")
                .doesNotContain("Each");
        assertThat(database.tables()).doesNotContain("four");
        callback.clear();

        assertThat(engine().skipExecutingMigrations(true)
                        .callbacks(callback)
                        .load()
                        .undo(2)
                        .currentVersion())
                .isEqualTo(MigrationVersion.of("2"));
        assertThat(history()).hasSize(6);
        assertThat(callback.fired()).contains("beforeUndo afterUndo").doesNotContain("Each");
        assertThat(database.tables()).contains("three");
        engine().load().validateWithResult();
    }

    @Test
    void hasNothingToDoWithoutAHistory() {
        script("V1__one.sql", "create table one (id int);");

        assertThat(engine().load().undo().undone()).isEmpty();

        assertThat(database.tables()).isEmpty();
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().load().undo(0))
                .withMessageContaining("migratedb.undo.count");
    }

    private List<String> states() {
        return engine().load().info().all().stream()
                .map(info -> info.script() + " " + info.state())
                .toList();
    }

    static class U1__Drop_one extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) {
            context.getJdbcClient().sql("drop table one").update();
        }
    }
}
