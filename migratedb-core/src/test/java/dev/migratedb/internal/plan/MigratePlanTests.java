package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.DEFAULT;
import static dev.migratedb.internal.plan.PlanDsl.EXECUTOR;
import static dev.migratedb.internal.plan.PlanDsl.baseline;
import static dev.migratedb.internal.plan.PlanDsl.bean;
import static dev.migratedb.internal.plan.PlanDsl.file;
import static dev.migratedb.internal.plan.PlanDsl.files;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.outOfOrder;
import static dev.migratedb.internal.plan.PlanDsl.policy;
import static dev.migratedb.internal.plan.PlanDsl.ran;
import static dev.migratedb.internal.plan.PlanDsl.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.ResolvedMigration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigratePlanTests {

    /** Steps are shown as their script, with a mark where they run out of order. */
    record Case(
            String claim,
            MigratePolicy policy,
            List<AppliedMigration> history,
            List<Candidate> files,
            List<String> steps) {

        @Override
        public String toString() {
            return claim;
        }
    }

    static List<Case> cases() {
        List<Candidate> all = files(
                file("R__b.sql", 11),
                file("V10__d.sql", 4),
                file("R__a.sql", 10),
                file("V2__b.sql", 2),
                bean("V3__c"),
                file("V1__a.sql", 1));
        List<Candidate> withBaseline =
                files(file("V1__a.sql", 1), file("V2__b.sql", 2), file("B2__x.sql", 12), file("V3__c.sql", 3));
        List<AppliedMigration> two = history(ran("V2__b.sql", 2));
        return List.of(
                new Case("nothing is found", DEFAULT, history(), files(), List.of()),
                new Case(
                        "versions by number, then repeatable ones by description",
                        DEFAULT,
                        history(),
                        all,
                        List.of("V1__a.sql", "V2__b.sql", "V3__c", "V10__d.sql", "R__a.sql", "R__b.sql")),
                new Case(
                        "everything is applied",
                        DEFAULT,
                        history(ran("V1__a.sql", 1), ran("R__a.sql", 2)),
                        files(file("V1__a.sql", 1), file("R__a.sql", 2)),
                        List.of()),
                new Case(
                        "a late version does not run",
                        DEFAULT,
                        two,
                        all,
                        List.of("V3__c", "V10__d.sql", "R__a.sql", "R__b.sql")),
                new Case(
                        "a late version runs where that is allowed",
                        outOfOrder(),
                        two,
                        all,
                        List.of("V1__a.sql late", "V3__c", "V10__d.sql", "R__a.sql", "R__b.sql")),
                new Case(
                        "a changed repeatable one runs again, an unchanged one does not",
                        DEFAULT,
                        history(ran("R__a.sql", 1), ran("R__b.sql", 2)),
                        files(file("R__a.sql", 1), file("R__b.sql", 3)),
                        List.of("R__b.sql")),
                new Case(
                        "a version as target, and repeatable ones",
                        target("3"),
                        two,
                        all,
                        List.of("V3__c", "R__a.sql", "R__b.sql")),
                new Case(
                        "a lenient version as target",
                        target("9?"),
                        two,
                        all,
                        List.of("V3__c", "R__a.sql", "R__b.sql")),
                new Case("a target below the current version", target("1"), two, all, List.of("R__a.sql", "R__b.sql")),
                new Case("current: repeatable ones only", target("current"), two, all, List.of("R__a.sql", "R__b.sql")),
                new Case(
                        "current lets in no late one",
                        policy("current", true),
                        two,
                        all,
                        List.of("R__a.sql", "R__b.sql")),
                new Case("next: the next version only", target("next"), two, all, List.of("V3__c")),
                new Case("next: a late one first", policy("next", true), two, all, List.of("V1__a.sql late")),
                new Case(
                        "next: one repeatable one where no version is left",
                        target("next"),
                        history(ran("V1__a.sql", 1)),
                        files(file("V1__a.sql", 1), file("R__b.sql", 3), file("R__a.sql", 2)),
                        List.of("R__a.sql")),
                new Case("next: nothing is left", target("next"), two, files(file("V2__b.sql", 2)), List.of()),
                new Case(
                        "a baseline migration first on an empty history",
                        DEFAULT,
                        history(),
                        withBaseline,
                        List.of("B2__x.sql", "V3__c.sql")),
                new Case(
                        "no baseline migration above the target",
                        target("1"),
                        history(),
                        withBaseline,
                        List.of("V1__a.sql")),
                new Case("next: the baseline migration", target("next"), history(), withBaseline, List.of("B2__x.sql")),
                new Case(
                        "no baseline migration on a used history",
                        DEFAULT,
                        history(ran("V1__a.sql", 1)),
                        withBaseline,
                        List.of("V2__b.sql", "V3__c.sql")),
                new Case(
                        "nothing at or below the version at which the history begins",
                        outOfOrder(),
                        history(baseline("2")),
                        withBaseline,
                        List.of("V3__c.sql")),
                new Case(
                        "an undone version again, no undo migration",
                        DEFAULT,
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), ran("U2__b.sql", 3)),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2), file("U2__b.sql", 3), file("U1__a.sql", 4)),
                        List.of("V2__b.sql")),
                new Case(
                        "no version a second time because it is written in another language now",
                        outOfOrder(),
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2)),
                        files(bean("V1__a"), bean("V2__b")),
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsPendingRunsInOrder(Case given) {
        Reconciliation reconciliation = Reconciliation.of(given.files(), given.history(), given.policy());

        assertThat(MigratePlan.of(reconciliation, given.policy()).steps())
                .extracting(step -> step.migration().script() + (step.outOfOrder() ? " late" : ""))
                .isEqualTo(given.steps());
    }

    @Test
    void aStepHasTheLineOfTheUserAndTheMigrationToRun() {
        Reconciliation reconciliation =
                Reconciliation.of(files(file("V1__a.sql", 1)), history(ran("V2__b.sql", 2)), outOfOrder());

        MigratePlan plan = MigratePlan.of(reconciliation, outOfOrder());

        MigrationVersion one = MigrationVersion.of("1");
        assertThat(plan)
                .isEqualTo(new MigratePlan(List.of(new MigratePlan.Step(
                        new MigrationInfo(
                                MigrationKind.VERSIONED,
                                one,
                                "a",
                                "SQL",
                                "V1__a.sql",
                                1,
                                MigrationState.PENDING,
                                null,
                                null,
                                null,
                                null),
                        new ResolvedMigration(MigrationKind.VERSIONED, one, "a", "SQL", "V1__a.sql", 1, EXECUTOR),
                        true))));
    }
}
