package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.BY;
import static dev.migratedb.internal.plan.PlanDsl.DEFAULT;
import static dev.migratedb.internal.plan.PlanDsl.ON;
import static dev.migratedb.internal.plan.PlanDsl.baseline;
import static dev.migratedb.internal.plan.PlanDsl.bean;
import static dev.migratedb.internal.plan.PlanDsl.deleted;
import static dev.migratedb.internal.plan.PlanDsl.described;
import static dev.migratedb.internal.plan.PlanDsl.file;
import static dev.migratedb.internal.plan.PlanDsl.files;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.ran;
import static dev.migratedb.internal.plan.PlanDsl.row;
import static dev.migratedb.internal.plan.PlanDsl.schemas;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconciledInfoTests {

    private static final MigrationVersion ONE = MigrationVersion.of("1");

    @Test
    void aPendingLineTellsWhatWasFound() {
        Candidate found = file("V1__add_people.sql", 5);

        assertThat(Reconciliation.of(files(found), history(), DEFAULT))
                .isEqualTo(new Reconciliation(
                        List.of(new Reconciled(
                                new MigrationInfo(
                                        MigrationKind.VERSIONED,
                                        ONE,
                                        "add people",
                                        "SQL",
                                        "V1__add_people.sql",
                                        5,
                                        MigrationState.PENDING,
                                        null,
                                        null,
                                        null,
                                        null),
                                found,
                                null)),
                        null));
    }

    @Test
    void anAppliedLineTellsScriptAndChecksumOfTheFileAndWordsAndRunOfTheRow() {
        Candidate found = bean("V1__people");
        List<AppliedMigration> history = history(ran("V1__add_people.sql", 5));

        assertThat(Reconciliation.of(files(found), history, DEFAULT))
                .isEqualTo(new Reconciliation(
                        List.of(new Reconciled(
                                applied(
                                        MigrationKind.VERSIONED,
                                        ONE,
                                        "add people",
                                        "SQL",
                                        "V1__people",
                                        null,
                                        MigrationState.SUCCESS),
                                found,
                                history.get(0))),
                        ONE));
    }

    @Test
    void aLineOfThePastTellsWhatTheRowSays() {
        List<Candidate> found = files(file("V1__new.sql", 10), file("R__view.sql", 20));
        List<AppliedMigration> undone = history(ran("V1__old.sql", 1), ran("U1__old.sql", 2));
        List<AppliedMigration> deleted = history(ran("V1__old.sql", 1), deleted("V1__old.sql"));
        List<AppliedMigration> rerun = history(ran("R__view.sql", 1), ran("R__view.sql", 2));

        assertThat(Reconciliation.of(found, undone, DEFAULT).infos().get(0))
                .isEqualTo(
                        applied(MigrationKind.VERSIONED, ONE, "old", "SQL", "V1__old.sql", 1, MigrationState.UNDONE));
        assertThat(Reconciliation.of(found, deleted, DEFAULT).infos().get(0))
                .isEqualTo(
                        applied(MigrationKind.VERSIONED, ONE, "old", "SQL", "V1__old.sql", 1, MigrationState.DELETED));
        assertThat(Reconciliation.of(found, rerun, DEFAULT).infos().get(0))
                .isEqualTo(applied(
                        MigrationKind.REPEATABLE, null, "view", "SQL", "R__view.sql", 1, MigrationState.SUPERSEDED));
    }

    @Test
    void rowsWithoutAFileHaveTheKindThatTypeAndVersionTell() {
        List<AppliedMigration> history = history(
                schemas(),
                baseline("1"),
                row("B1__b", "CUSTOM_BASELINE", null),
                row("V1__v", "OTHER", null),
                row("R__r", "OTHER", null),
                row("U7__u", "UNDO_OTHER", null),
                deleted("V9__x"),
                deleted("R__x"));

        assertThat(Reconciliation.of(files(), history, DEFAULT).lines())
                .extracting(line -> line.info().kind())
                .containsExactly(
                        MigrationKind.REPEATABLE,
                        MigrationKind.BASELINE,
                        MigrationKind.BASELINE,
                        MigrationKind.VERSIONED,
                        MigrationKind.REPEATABLE,
                        MigrationKind.UNDO,
                        MigrationKind.VERSIONED,
                        MigrationKind.REPEATABLE);
    }

    @Test
    void whatTheHistoryBeginsAboveIsShownFirst() {
        List<Candidate> found = files(file("V1__a.sql", 1), file("V2__b.sql", 2), file("V3__c.sql", 3));

        assertThat(Reconciliation.of(found, history(baseline("2")), DEFAULT).infos())
                .extracting(MigrationInfo::state)
                .containsExactly(
                        MigrationState.BELOW_BASELINE,
                        MigrationState.BASELINE_IGNORED,
                        MigrationState.BASELINE,
                        MigrationState.PENDING);
    }

    @Test
    void aDeletedRowIsShownAndTheRowThatSaysSoIsNot() {
        List<AppliedMigration> history = history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), deleted("V1__a.sql"));

        assertThat(Reconciliation.of(files(file("V2__b.sql", 2)), history, DEFAULT)
                        .infos())
                .extracting(MigrationInfo::state)
                .containsExactly(MigrationState.DELETED, MigrationState.SUCCESS);
    }

    @Test
    void aRowWithoutDescriptionIsShownWithAnEmptyOne() {
        List<AppliedMigration> history = history(described("<< no description >>", ran("V1__.sql", 1)));

        assertThat(Reconciliation.of(files(), history, DEFAULT).infos())
                .isEqualTo(List.of(applied(
                        MigrationKind.VERSIONED, ONE, "", "SQL", "V1__.sql", 1, MigrationState.FUTURE_SUCCESS)));
    }

    private static MigrationInfo applied(
            MigrationKind kind,
            @Nullable MigrationVersion version,
            String description,
            String type,
            String script,
            @Nullable Integer checksum,
            MigrationState state) {
        return new MigrationInfo(
                kind, version, description, type, script, checksum, state, 1, ON, BY, Duration.ofMillis(7));
    }
}
