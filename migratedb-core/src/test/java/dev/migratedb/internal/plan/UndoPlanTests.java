package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.DEFAULT;
import static dev.migratedb.internal.plan.PlanDsl.baseline;
import static dev.migratedb.internal.plan.PlanDsl.deleted;
import static dev.migratedb.internal.plan.PlanDsl.failed;
import static dev.migratedb.internal.plan.PlanDsl.file;
import static dev.migratedb.internal.plan.PlanDsl.files;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.ran;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.configuration.UndoPolicy;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UndoPlanTests {

    private static final List<Candidate> THREE = files(
            file("V1__a.sql", 1),
            file("V2__b.sql", 2),
            file("V3__c.sql", 3),
            file("U1__a.sql", 11),
            file("U2__b.sql", 12),
            file("U3__c.sql", 13),
            file("R__r.sql", 5));

    record Case(
            String claim,
            UndoPolicy policy,
            List<AppliedMigration> history,
            List<String> steps,
            @Nullable String versionAfter) {

        @Override
        public String toString() {
            return claim;
        }
    }

    static List<Case> cases() {
        List<AppliedMigration> three =
                history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), ran("V3__c.sql", 3), ran("R__r.sql", 5));
        List<AppliedMigration> late = history(ran("V1__a.sql", 1), ran("V3__c.sql", 3), ran("V2__b.sql", 2));
        return List.of(
                new Case("nothing is applied", UndoPolicy.DEFAULT, history(), List.of(), null),
                new Case(
                        "by default the last one, but no repeatable one",
                        UndoPolicy.DEFAULT,
                        three,
                        List.of("U3__c.sql"),
                        "2"),
                new Case("a number", count(2), three, List.of("U3__c.sql", "U2__b.sql"), "1"),
                new Case("all", count(3), three, List.of("U3__c.sql", "U2__b.sql", "U1__a.sql"), null),
                new Case(
                        "no more than there are",
                        count(9),
                        three,
                        List.of("U3__c.sql", "U2__b.sql", "U1__a.sql"),
                        null),
                new Case("a target, itself included", target("2"), three, List.of("U3__c.sql", "U2__b.sql"), "1"),
                new Case("a target written otherwise", target("2.0"), three, List.of("U3__c.sql", "U2__b.sql"), "1"),
                new Case(
                        "the last applied first, though it is not the highest",
                        count(2),
                        late,
                        List.of("U2__b.sql", "U3__c.sql"),
                        "1"),
                new Case(
                        "a late one alone leaves the highest version",
                        UndoPolicy.DEFAULT,
                        late,
                        List.of("U2__b.sql"),
                        "3"),
                new Case(
                        "what is undone already is not undone again",
                        UndoPolicy.DEFAULT,
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), ran("U2__b.sql", 12)),
                        List.of("U1__a.sql"),
                        null),
                new Case(
                        "a target that is undone already",
                        target("2"),
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), ran("U2__b.sql", 12)),
                        List.of(),
                        "1"),
                new Case("a target that is still pending", target("3"), history(ran("V1__a.sql", 1)), List.of(), "1"),
                new Case(
                        "what was applied again is undone again",
                        UndoPolicy.DEFAULT,
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), ran("U2__b.sql", 12), ran("V2__b.sql", 2)),
                        List.of("U2__b.sql"),
                        "1"),
                new Case(
                        "what is marked as deleted is left out",
                        UndoPolicy.DEFAULT,
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), deleted("V2__b.sql")),
                        List.of("U1__a.sql"),
                        null),
                new Case(
                        "not beyond the beginning of the history",
                        count(3),
                        history(baseline("2"), ran("V3__c.sql", 3)),
                        List.of("U3__c.sql"),
                        "2"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesBackTheLastAppliedFirst(Case given) {
        UndoPlan plan = plan(THREE, given.history(), given.policy());

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.steps()).extracting(step -> step.migration().script()).isEqualTo(given.steps());
        assertThat(plan.versionAfter())
                .isEqualTo(given.versionAfter() == null ? null : MigrationVersion.of(given.versionAfter()));
    }

    @Test
    void namesEveryVersionThatHasNoUndoMigration() {
        List<Candidate> found =
                files(file("V1__a.sql", 1), file("V2__b.sql", 2), file("V3__c_d.sql", 3), file("U2__b.sql", 12));

        UndoPlan plan =
                plan(found, history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), ran("V3__c_d.sql", 3)), target("1"));

        assertThat(plan.problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.UNDO_IMPOSSIBLE));
        assertThat(plan.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Version 3 (V3__c_d.sql) would be undone, but no undo migration of version 3 was found.",
                        "Version 1 (V1__a.sql) would be undone, but no undo migration of version 1 was found.");
        assertThat(plan.problems().get(0).remedy()).contains("U3__c_d.sql");
    }

    @Test
    void asksForRepairWhereARowHasFailed() {
        UndoPlan plan = plan(THREE, history(ran("V1__a.sql", 1), failed(ran("V2__b.sql", 2))), UndoPolicy.DEFAULT);

        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.UNDO_IMPOSSIBLE);
            assertThat(problem.message()).contains("V2__b.sql failed");
            assertThat(problem.remedy()).contains("run repair");
        });
    }

    @Test
    void refusesATargetThatNobodyKnows() {
        assertThat(plan(THREE, history(ran("V1__a.sql", 1)), target("7")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("7"));
    }

    @Test
    void refusesATargetBelowWhichALowerVersionWasAppliedLater() {
        List<AppliedMigration> late = history(ran("V1__a.sql", 1), ran("V3__c.sql", 3), ran("V2__b.sql", 2));

        assertThat(plan(THREE, late, target("3")).problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("version 2 is lower and was applied after version 3"));
    }

    private static UndoPlan plan(List<Candidate> files, List<AppliedMigration> history, UndoPolicy policy) {
        return UndoPlan.of(Reconciliation.of(files, history, DEFAULT), policy);
    }

    private static UndoPolicy count(int count) {
        return new UndoPolicy(null, count);
    }

    private static UndoPolicy target(String target) {
        return new UndoPolicy(MigrationVersion.of(target), 1);
    }
}
