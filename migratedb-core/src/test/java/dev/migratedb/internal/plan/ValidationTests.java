package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.DEFAULT;
import static dev.migratedb.internal.plan.PlanDsl.baseline;
import static dev.migratedb.internal.plan.PlanDsl.bean;
import static dev.migratedb.internal.plan.PlanDsl.deleted;
import static dev.migratedb.internal.plan.PlanDsl.described;
import static dev.migratedb.internal.plan.PlanDsl.failed;
import static dev.migratedb.internal.plan.PlanDsl.file;
import static dev.migratedb.internal.plan.PlanDsl.files;
import static dev.migratedb.internal.plan.PlanDsl.found;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.ignoring;
import static dev.migratedb.internal.plan.PlanDsl.outOfOrder;
import static dev.migratedb.internal.plan.PlanDsl.policy;
import static dev.migratedb.internal.plan.PlanDsl.ran;
import static dev.migratedb.internal.plan.PlanDsl.row;
import static dev.migratedb.internal.plan.PlanDsl.schemas;
import static dev.migratedb.internal.plan.PlanDsl.shown;
import static dev.migratedb.internal.plan.PlanDsl.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.ResolvedMigration;
import dev.migratedb.result.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidationTests {

    private static final String TAKE_BACK_BY_HAND = "Take back by hand what it left behind, run repair, which removes"
            + " the failed row, then run migrate again.";
    private static final String NEW_MIGRATION = "Take the change back and write a new migration for it, or, if the"
            + " database already looks as the file says, run repair.";

    record Case(
            String claim,
            List<AppliedMigration> history,
            List<Candidate> files,
            String line,
            String message,
            String remedy) {

        @Override
        public String toString() {
            return claim;
        }
    }

    static List<Case> wrong() {
        return List.of(
                new Case(
                        "a failed version",
                        history(failed(ran("V1__a.sql", 1))),
                        files(file("V1__a.sql", 1)),
                        "#1 V1__a.sql FAILED",
                        "Version 1 (V1__a.sql) failed (rank 1 in the history), and what it had done by then was not"
                                + " rolled back.",
                        TAKE_BACK_BY_HAND),
                new Case(
                        "a failed version that is missing too",
                        history(failed(ran("V1__a.sql", 1))),
                        files(file("B2__b.sql", 2)),
                        "#1 V1__a.sql MISSING_FAILED",
                        "Version 1 (V1__a.sql) failed (rank 1 in the history), and what it had done by then was not"
                                + " rolled back.",
                        TAKE_BACK_BY_HAND),
                new Case(
                        "a failed repeatable migration, corrected meanwhile",
                        history(failed(ran("R__a_view.sql", 1))),
                        files(file("R__a_view.sql", 2)),
                        "#1 R__a_view.sql FAILED",
                        "Repeatable migration 'a view' (R__a_view.sql) failed (rank 1 in the history), and what it"
                                + " had done by then was not rolled back.",
                        TAKE_BACK_BY_HAND),
                new Case(
                        "a failed baseline migration",
                        history(failed(ran("B1__a.sql", 1))),
                        files(file("B1__a.sql", 1)),
                        "#1 B1__a.sql FAILED",
                        "Baseline 1 (B1__a.sql) failed (rank 1 in the history), and what it had done by then was not"
                                + " rolled back.",
                        TAKE_BACK_BY_HAND),
                new Case(
                        "a failed undo",
                        history(ran("V1__a.sql", 1), failed(ran("U1__a.sql", 2))),
                        files(file("V1__a.sql", 1), file("U1__a.sql", 2)),
                        "#2 U1__a.sql FAILED",
                        "The undo of version 1 (U1__a.sql) failed (rank 2 in the history), and what it had done by"
                                + " then was not rolled back.",
                        TAKE_BACK_BY_HAND),
                new Case(
                        "a missing version",
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2)),
                        files(file("V2__b.sql", 2)),
                        "#1 V1__a.sql MISSING_SUCCESS",
                        "Version 1 (V1__a.sql) is applied (rank 1 in the history), but its file was not found: it was"
                                + " deleted or renamed, or is not in the locations.",
                        "Put it back, or add its location, or, if it is gone for good, run repair, which marks the"
                                + " row as deleted."),
                new Case(
                        "a missing repeatable migration, its superseded run apart",
                        history(row("R__a", "JDBC", 1), row("R__a", "JDBC", 2)),
                        files(),
                        "#2 R__a MISSING_SUCCESS",
                        "Repeatable migration 'a' (R__a) is applied (rank 2 in the history), but its class was not"
                                + " found: it was deleted or renamed, or is not in the locations.",
                        "Put it back, or add its location, or, if it is gone for good, run repair, which marks the"
                                + " row as deleted."),
                new Case(
                        "a late version",
                        history(ran("V1__a.sql", 1), ran("V3__c.sql", 3)),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2), file("V3__c.sql", 3)),
                        "V2__b.sql IGNORED",
                        "Version 2 (V2__b.sql) is not applied, but version 3 (V3__c.sql) is: it came too late.",
                        "Give it a version above 3, or set 'migratedb.out-of-order' to true to run it all the same."),
                new Case(
                        "a changed file",
                        history(ran("V1__a.sql", 1)),
                        files(file("V1__a.sql", -2)),
                        "#1 V1__a.sql SUCCESS",
                        "Version 1 (V1__a.sql) has changed since it was applied: the history has the checksum 1, the"
                                + " file has -2.",
                        NEW_MIGRATION),
                new Case(
                        "a changed file that was applied out of order",
                        history(ran("V2__b.sql", 2), ran("V1__a.sql", 1)),
                        files(file("V1__a.sql", 3), file("V2__b.sql", 2)),
                        "#2 V1__a.sql OUT_OF_ORDER",
                        "Version 1 (V1__a.sql) has changed since it was applied: the history has the checksum 1, the"
                                + " file has 3.",
                        NEW_MIGRATION),
                new Case(
                        "a renamed file",
                        history(ran("V1__old_name.sql", 1)),
                        files(file("V1__new_name.sql", 1)),
                        "#1 V1__new_name.sql SUCCESS",
                        "Version 1 (V1__new_name.sql) has changed since it was applied: the history has the"
                                + " description 'old name', the file has 'new name'; the history knows it as"
                                + " V1__old_name.sql.",
                        "Give the file its old name back, or run repair, which takes over the new description."),
                new Case(
                        "a file that became a class",
                        history(ran("V1__a.sql", 1)),
                        files(bean("V1__a")),
                        "#1 V1__a SUCCESS",
                        "Version 1 (V1__a) has changed since it was applied: the history has the type SQL, the class"
                                + " has JDBC; the history knows it as V1__a.sql.",
                        "Take the change back and write a new migration for it, or, if the database already looks as"
                                + " the class says, run repair."),
                new Case(
                        "a file in which everything is another's is one problem",
                        history(row("V1__a", "CUSTOM", 1)),
                        files(file("V1__b.sql", 2)),
                        "#1 V1__b.sql SUCCESS",
                        "Version 1 (V1__b.sql) has changed since it was applied: the history has the type CUSTOM, the"
                                + " file has SQL; the history has the checksum 1, the file has 2; the history has the"
                                + " description 'a', the file has 'b'; the history knows it as V1__a.",
                        NEW_MIGRATION),
                new Case(
                        "the last of two rows of a version is compared",
                        history(ran("V1__a.sql", 1), ran("V1__a.sql", 2)),
                        files(file("V1__a.sql", 1)),
                        "#2 V1__a.sql OUT_OF_ORDER",
                        "Version 1 (V1__a.sql) has changed since it was applied: the history has the checksum 2, the"
                                + " file has 1.",
                        NEW_MIGRATION),
                new Case(
                        "a repeatable migration that runs as another type with the same checksum",
                        history(row("R__a", "JDBC", 1)),
                        files(found("R__a", "CUSTOM", 1, null)),
                        "#1 R__a SUCCESS",
                        "Repeatable migration 'a' (R__a) has changed since it was applied: the history has the type"
                                + " JDBC, the migration has CUSTOM.",
                        "Take the change back, or give it another checksum, so that it runs again."),
                new Case(
                        "a repeatable migration that ran before its placeholders were replaced",
                        history(ran("R__a.sql", 1)),
                        files(file("R__a.sql", 2, 1)),
                        "#1 R__a.sql SUCCESS",
                        "Repeatable migration 'a' (R__a.sql) has changed since it was applied: the history has the"
                                + " checksum 1, the file has 2.",
                        "Take the change back, or change the text, so that it runs again, or, if the database already"
                                + " looks as the file says, run repair."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void migrateIsToldOneProblemWithPlaceValuesAndRemedy(Case given) {
        Reconciliation reconciliation = Reconciliation.of(given.files(), given.history(), DEFAULT);

        List<Problem> problems = Validation.problems(reconciliation, DEFAULT, true);

        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem)
                .isEqualTo(
                        new Problem(ErrorCode.VALIDATION, problem.migration(), null, given.message(), given.remedy()));
        assertThat(reconciliation.infos()).contains(problem.migration());
        assertThat(shown(problem.migration())).isEqualTo(given.line());
    }

    record Fine(String claim, List<AppliedMigration> history, List<Candidate> files, MigratePolicy policy) {

        @Override
        public String toString() {
            return claim;
        }
    }

    static List<Fine> fine() {
        String longName = "V1__" + "x".repeat(300) + ".sql";
        return List.of(
                new Fine("nothing", history(), files(), DEFAULT),
                new Fine("pending ones", history(), files(file("V1__a.sql", 1), file("R__a.sql", 2)), DEFAULT),
                new Fine("an outdated one", history(ran("R__a.sql", 1)), files(file("R__a.sql", 2)), DEFAULT),
                new Fine(
                        "a superseded run of another type",
                        history(ran("R__a.sql", 1), row("R__a", "JDBC", null)),
                        files(bean("R__a")),
                        DEFAULT),
                new Fine(
                        "no checksum in the history",
                        history(row("V1__a.sql", "SQL", null)),
                        files(file("V1__a.sql", 5)),
                        DEFAULT),
                new Fine("no checksum of the class", history(row("V1__a", "JDBC", 5)), files(bean("V1__a")), DEFAULT),
                new Fine(
                        "null for an empty file",
                        history(row("V1__a.sql", "SQL", null), row("R__a.sql", "SQL", null)),
                        files(file("V1__a.sql", 0), file("R__a.sql", 0)),
                        DEFAULT),
                new Fine(
                        "an old name of a type",
                        history(row("V1__a", "SPRING_JDBC", 5)),
                        files(bean("V1__a")),
                        DEFAULT),
                new Fine(
                        "a cut description",
                        history(described("x".repeat(197) + "...", ran(longName, 1))),
                        files(file(longName, 1)),
                        DEFAULT),
                new Fine(
                        "a description that the database cannot hold",
                        history(described("<< no description >>", ran("V1__.sql", 1))),
                        files(file("V1__.sql", 1)),
                        DEFAULT),
                new Fine(
                        "another directory",
                        history(ran("V1__a.sql", 1)),
                        files(new Candidate(
                                new ResolvedMigration(
                                        MigrationKind.VERSIONED,
                                        MigrationVersion.of("1"),
                                        "a",
                                        "SQL",
                                        "moved/V1__a.sql",
                                        1,
                                        PlanDsl.EXECUTOR),
                                null)),
                        DEFAULT),
                new Fine(
                        "an earlier row of a version that ran in two languages",
                        history(ran("V1__a.sql", 1), row("V1__a", "JDBC", null)),
                        files(bean("V1__a")),
                        DEFAULT),
                new Fine(
                        "rows of the future",
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), failed(ran("V3__c.sql", 3))),
                        files(file("V1__a.sql", 1)),
                        DEFAULT),
                new Fine(
                        "missing rows that are ignored",
                        history(ran("V1__a.sql", 1), ran("R__a.sql", 1), ran("V2__b.sql", 2)),
                        files(file("V2__b.sql", 2)),
                        ignoring("*:missing")),
                new Fine(
                        "late ones that are ignored",
                        history(ran("V2__b.sql", 2)),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2)),
                        ignoring("versioned:ignored")),
                new Fine(
                        "late ones that may run",
                        history(ran("V2__b.sql", 2)),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2)),
                        outOfOrder()),
                new Fine(
                        "a baseline migration that came too late",
                        history(ran("V1__a.sql", 1)),
                        files(file("V1__a.sql", 1), file("B2__x.sql", 2)),
                        DEFAULT),
                new Fine(
                        "what is at or below the baseline, changed or not",
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), baseline("2")),
                        files(file("V1__a.sql", 8), bean("V2__c")),
                        DEFAULT),
                new Fine(
                        "a changed version that is also where the history begins",
                        history(baseline("2"), ran("V2__b.sql", 1)),
                        files(file("V2__b.sql", 9)),
                        DEFAULT),
                new Fine(
                        "a changed baseline migration, since the history begins with it",
                        history(ran("B2__x.sql", 2)),
                        files(file("B2__x.sql", 3)),
                        DEFAULT),
                new Fine(
                        "undone, deleted and not needed ones",
                        history(
                                schemas(),
                                ran("V1__a.sql", 1),
                                deleted("V1__a.sql"),
                                ran("V2__b.sql", 2),
                                ran("U2__b.sql", 3)),
                        files(file("V2__b.sql", 9), file("U2__b.sql", 10), file("U3__c.sql", 4)),
                        DEFAULT),
                new Fine(
                        "what is above the target",
                        history(),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2)),
                        target("1")));
    }

    @ParameterizedTest
    @MethodSource("fine")
    void migrateIsToldNoProblem(Fine given) {
        Reconciliation reconciliation = Reconciliation.of(given.files(), given.history(), given.policy());

        assertThat(Validation.problems(reconciliation, given.policy(), true)).isEmpty();
    }

    @Test
    void validateMindsWhatIsPending() {
        Reconciliation reconciliation = Reconciliation.of(
                files(file("V1__a.sql", 1), file("R__a.sql", 2), file("R__b.sql", 4)),
                history(ran("R__b.sql", 3)),
                DEFAULT);

        assertThat(Validation.problems(reconciliation, DEFAULT, false))
                .isEqualTo(List.of(
                        problem(
                                reconciliation,
                                0,
                                "Repeatable migration 'b' (R__b.sql) has changed since it ran: the history has the"
                                        + " checksum 3, the file has 4.",
                                "Run migrate, which runs it again."),
                        problem(
                                reconciliation,
                                1,
                                "Version 1 (V1__a.sql) was found, but is not applied.",
                                "Run migrate."),
                        problem(
                                reconciliation,
                                2,
                                "Repeatable migration 'a' (R__a.sql) was found, but is not applied.",
                                "Run migrate.")));
    }

    @Test
    void validateDoesNotMindWhatIsPendingWhereThatIsIgnored() {
        MigratePolicy versioned = ignoring("versioned:pending");
        MigratePolicy all = ignoring("*:pending");
        Reconciliation reconciliation = Reconciliation.of(
                files(file("V1__a.sql", 1), file("R__b.sql", 4)), history(ran("R__b.sql", 3)), versioned);

        assertThat(Validation.problems(reconciliation, versioned, false))
                .extracting(problem -> shown(problem.migration()))
                .containsExactly("#1 R__b.sql OUTDATED");
        assertThat(Validation.problems(reconciliation, all, false)).isEmpty();
    }

    @Test
    void validateTrustsTheChecksumOfTheRawTextWhereMigrateDoesNot() {
        Reconciliation reconciliation =
                Reconciliation.of(files(file("R__a.sql", 2, 1)), history(ran("R__a.sql", 1)), DEFAULT);

        assertThat(Validation.problems(reconciliation, DEFAULT, false)).isEmpty();
        assertThat(Validation.problems(reconciliation, DEFAULT, true)).hasSize(1);
    }

    @Test
    void rowsOfTheFutureAreAProblemWhereTheyAreNotIgnored() {
        MigratePolicy policy = ignoring("!*:future");
        Reconciliation reconciliation = Reconciliation.of(files(), history(ran("V1__a.sql", 1)), policy);

        assertThat(Validation.problems(reconciliation, policy, true))
                .isEqualTo(List.of(problem(
                        reconciliation,
                        0,
                        "Version 1 (V1__a.sql) is applied (rank 1 in the history), but its file was not found, nor"
                                + " was any higher version: a newer application applied it, or it was deleted or is"
                                + " not in the locations.",
                        "Run the application that has it, or put it back, or add its location, or let"
                                + " 'migratedb.ignore-migration-patterns' hold *:future, as it does by default.")));
    }

    @Test
    void problemsComeInTheOrderOfTheLines() {
        Reconciliation reconciliation = Reconciliation.of(
                files(file("V2__b.sql", 9), file("V3__c.sql", 3), file("V5__e.sql", 5)),
                history(ran("V5__e.sql", 4), ran("V2__b.sql", 2), ran("V1__a.sql", 1)),
                DEFAULT);

        assertThat(Validation.problems(reconciliation, DEFAULT, true))
                .extracting(problem -> shown(problem.migration()))
                .containsExactly(
                        "#1 V5__e.sql SUCCESS",
                        "#2 V2__b.sql OUT_OF_ORDER",
                        "#3 V1__a.sql MISSING_SUCCESS",
                        "V3__c.sql IGNORED");
    }

    @Test
    void aTargetThatNoMigrationHasIsAProblem() {
        MigratePolicy policy = target("7");
        Reconciliation reconciliation = Reconciliation.of(
                files(file("V1__a.sql", 1), file("U7__x.sql", 2)), history(ran("V1__a.sql", 1)), policy);
        Problem expected = new Problem(
                ErrorCode.CONFIGURATION,
                null,
                null,
                "The target is version 7, but no migration with this version was found or is applied; the highest"
                        + " version is 1.",
                "Correct 'migratedb.target' or the locations, or write 7? as target where an unknown version shall not be an"
                        + " error.");

        assertThat(Validation.targetProblems(reconciliation, policy)).isEqualTo(List.of(expected));
        assertThat(Validation.problems(reconciliation, policy, true)).isEqualTo(List.of(expected));
        assertThat(Validation.blocking(reconciliation, policy)).isEqualTo(List.of(expected));
    }

    @Test
    void aTargetWithoutAnyMigrationIsAProblem() {
        MigratePolicy policy = target("7");

        assertThat(Validation.targetProblems(Reconciliation.of(files(), history(), policy), policy))
                .extracting(Problem::message)
                .containsExactly("The target is version 7, but no migration with this version was found or is applied;"
                        + " there is no version at all.");
    }

    static List<Fine> knownTargets() {
        return List.of(
                new Fine("found", history(), files(file("V7__x.sql", 1)), target("7.0")),
                new Fine("found as baseline", history(), files(file("B7__x.sql", 1)), target("7")),
                new Fine("applied", history(ran("V7__x.sql", 1)), files(), target("7")),
                new Fine("applied as baseline", history(baseline("7")), files(), target("7")),
                new Fine("unknown, and told so", history(), files(), target("7?")),
                new Fine("latest", history(), files(), target("latest")),
                new Fine("current", history(), files(), target("current")),
                new Fine("next", history(), files(), target("next")));
    }

    @ParameterizedTest
    @MethodSource("knownTargets")
    void aKnownTargetIsNoProblem(Fine given) {
        Reconciliation reconciliation = Reconciliation.of(given.files(), given.history(), given.policy());

        assertThat(Validation.targetProblems(reconciliation, given.policy())).isEmpty();
    }

    @Test
    void failedRowsBlockWithoutValidationToo() {
        Reconciliation reconciliation = Reconciliation.of(
                files(file("V1__a.sql", 9), file("V3__c.sql", 3)),
                history(
                        ran("V1__a.sql", 1),
                        failed(ran("V2__b.sql", 2)),
                        failed(ran("R__r.sql", 2)),
                        failed(ran("V3__c.sql", 3))),
                DEFAULT);

        assertThat(Validation.blocking(reconciliation, DEFAULT))
                .extracting(problem -> shown(problem.migration()))
                .containsExactly("#2 V2__b.sql MISSING_FAILED", "#3 R__r.sql MISSING_FAILED", "#4 V3__c.sql FAILED");
    }

    @Test
    void failedRowsOfTheFutureBlockOnlyWhereTheFutureIsNotIgnored() {
        Reconciliation reconciliation =
                Reconciliation.of(files(file("V1__a.sql", 1)), history(failed(ran("V2__b.sql", 2))), DEFAULT);

        assertThat(Validation.blocking(reconciliation, DEFAULT)).isEmpty();
        assertThat(Validation.blocking(reconciliation, ignoring("!*:future"))).hasSize(1);
    }

    @Test
    void missingFailedRowsBlockEvenWhereMissingOnesAreIgnored() {
        MigratePolicy policy = ignoring("*:missing");
        Reconciliation reconciliation =
                Reconciliation.of(files(file("V2__b.sql", 2)), history(failed(ran("V1__a.sql", 1))), policy);

        assertThat(Validation.blocking(reconciliation, policy)).hasSize(1);
        assertThat(Validation.problems(reconciliation, policy, true))
                .isEqualTo(Validation.blocking(reconciliation, policy));
        assertThat(Validation.beforeMigrate(reconciliation, policy))
                .isEqualTo(Validation.blocking(reconciliation, policy));
    }

    @Test
    void migrateIsToldEachProblemOnceAndOnlyBlockingOnesWhereItDoesNotValidate() {
        MigratePolicy validating = target("7");
        MigratePolicy notValidating = policy("7", false, false);
        Reconciliation reconciliation = Reconciliation.of(
                files(file("V1__a.sql", 9), file("V2__b.sql", 2)),
                history(ran("V1__a.sql", 1), failed(ran("V2__b.sql", 2))),
                validating);

        assertThat(Validation.beforeMigrate(reconciliation, validating))
                .isEqualTo(Validation.problems(reconciliation, validating, true))
                .hasSize(3);
        assertThat(Validation.beforeMigrate(reconciliation, notValidating))
                .isEqualTo(Validation.blocking(reconciliation, notValidating))
                .hasSize(2);
    }

    private static Problem problem(Reconciliation reconciliation, int line, String message, String remedy) {
        return new Problem(
                ErrorCode.VALIDATION, reconciliation.lines().get(line).info(), null, message, remedy);
    }
}
