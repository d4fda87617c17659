package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.DEFAULT;
import static dev.migratedb.internal.plan.PlanDsl.baseline;
import static dev.migratedb.internal.plan.PlanDsl.described;
import static dev.migratedb.internal.plan.PlanDsl.failed;
import static dev.migratedb.internal.plan.PlanDsl.file;
import static dev.migratedb.internal.plan.PlanDsl.files;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.off;
import static dev.migratedb.internal.plan.PlanDsl.picking;
import static dev.migratedb.internal.plan.PlanDsl.policy;
import static dev.migratedb.internal.plan.PlanDsl.ran;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.result.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left out by the settings, or by a migration itself. */
class CherryPickTests {

    private static final List<Candidate> ALL = files(
            file("V1__a.sql", 1),
            file("V2__b.sql", 2),
            file("V3__c.sql", 3),
            file("R__first_view.sql", 11),
            file("R__second.sql", 12));

    private static final List<AppliedMigration> TWO = history(ran("V2__b.sql", 2));

    /**
     * One situation.
     *
     * @param steps what migrate runs, with a mark where it runs out of order
     * @param problems of validate, by the script or the item that they are about
     */
    record Case(
            String claim,
            MigratePolicy policy,
            List<AppliedMigration> history,
            List<Candidate> files,
            List<String> steps,
            List<String> problems) {

        @Override
        public String toString() {
            return claim;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "versions in the given order",
                        picking("3", "1"),
                        history(),
                        ALL,
                        List.of("V3__c.sql", "V1__a.sql late"),
                        List.of("V3__c.sql", "V1__a.sql")),
                new Case(
                        "a description with underscores or blanks, between versions",
                        picking("first_view", "2", "second"),
                        history(),
                        ALL,
                        List.of("R__first_view.sql", "V2__b.sql", "R__second.sql"),
                        List.of("R__first_view.sql", "V2__b.sql", "R__second.sql")),
                new Case(
                        "a version however it is written, late ones without out-of-order",
                        picking("01.0"),
                        TWO,
                        ALL,
                        List.of("V1__a.sql late"),
                        List.of("V1__a.sql")),
                new Case("what is applied is not run again", picking("2"), TWO, ALL, List.of(), List.of()),
                new Case(
                        "an unknown version, and the description of a versioned migration",
                        picking("1", "9", "b"),
                        TWO,
                        ALL,
                        List.of("V1__a.sql late"),
                        List.of("'9'", "'b'", "V1__a.sql")),
                new Case(
                        "an applied version without file is known",
                        picking("2"),
                        TWO,
                        files(file("V1__a.sql", 1)),
                        List.of(),
                        List.of()),
                new Case(
                        "what was not picked is no problem, whatever it is",
                        picking("3"),
                        history(ran("V2__b.sql", 99), ran("R__second.sql", 99)),
                        ALL,
                        List.of("V3__c.sql"),
                        List.of("V3__c.sql")),
                new Case(
                        "unless it has failed",
                        picking("3"),
                        history(failed(ran("V2__b.sql", 2))),
                        ALL,
                        List.of("V3__c.sql"),
                        List.of("V2__b.sql", "V3__c.sql")),
                new Case(
                        "not above the target",
                        policy("2", List.of("3", "1"), false, true),
                        history(),
                        ALL,
                        List.of("V1__a.sql"),
                        List.of("V1__a.sql")),
                new Case(
                        "next is the first one",
                        policy("next", List.of("3", "1"), false, true),
                        history(),
                        ALL,
                        List.of("V3__c.sql"),
                        List.of("V3__c.sql")),
                new Case("not below the baseline", picking("1"), history(baseline("2")), ALL, List.of(), List.of()),
                new Case(
                        "no baseline migration that was not picked",
                        picking("1", "3"),
                        history(),
                        files(file("V1__a.sql", 1), file("B2__x.sql", 5), file("V3__c.sql", 3)),
                        List.of("V1__a.sql", "V3__c.sql"),
                        List.of("V1__a.sql", "V3__c.sql")),
                new Case(
                        "what switches itself off does not run and is no problem",
                        DEFAULT,
                        history(ran("V2__b.sql", 2), ran("R__second.sql", 99)),
                        files(
                                off(file("V1__a.sql", 1)),
                                file("V2__b.sql", 2),
                                off(file("V3__c.sql", 3)),
                                off(file("R__second.sql", 12)),
                                off(file("B3__x.sql", 4))),
                        List.of(),
                        List.of()),
                new Case(
                        "what switches itself off after it ran must still be as it was",
                        DEFAULT,
                        TWO,
                        files(off(file("V2__b.sql", 99))),
                        List.of(),
                        List.of("V2__b.sql")),
                new Case(
                        "what ran is known by more words than the history holds",
                        picking("x".repeat(201)),
                        history(described("x".repeat(197) + "...", ran("R__" + "x".repeat(201) + ".sql", 11))),
                        files(file("R__" + "x".repeat(201) + ".sql", 11)),
                        List.of(),
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runsOnlyWhatIsWantedInTheGivenOrder(Case given) {
        Reconciliation reconciliation = Reconciliation.of(given.files(), given.history(), given.policy());

        assertThat(MigratePlan.of(reconciliation, given.policy()).steps())
                .extracting(step -> step.migration().script() + (step.outOfOrder() ? " late" : ""))
                .isEqualTo(given.steps());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsNoProblemInWhatIsNotWanted(Case given) {
        Reconciliation reconciliation = Reconciliation.of(given.files(), given.history(), given.policy());

        assertThat(Validation.problems(reconciliation, given.policy(), false))
                .extracting(CherryPickTests::subject)
                .isEqualTo(given.problems());
    }

    private static String subject(Problem problem) {
        if (problem.migration() != null) {
            return problem.migration().script();
        }
        return problem.message().replaceAll(".*has ('[^']*'),.*", "$1");
    }
}
