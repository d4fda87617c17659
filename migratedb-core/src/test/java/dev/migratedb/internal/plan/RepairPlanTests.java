package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.DEFAULT;
import static dev.migratedb.internal.plan.PlanDsl.baseline;
import static dev.migratedb.internal.plan.PlanDsl.bean;
import static dev.migratedb.internal.plan.PlanDsl.deleted;
import static dev.migratedb.internal.plan.PlanDsl.described;
import static dev.migratedb.internal.plan.PlanDsl.failed;
import static dev.migratedb.internal.plan.PlanDsl.file;
import static dev.migratedb.internal.plan.PlanDsl.files;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.ignoring;
import static dev.migratedb.internal.plan.PlanDsl.ran;
import static dev.migratedb.internal.plan.PlanDsl.row;
import static dev.migratedb.internal.plan.PlanDsl.schemas;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.internal.plan.RepairPlan.Fix;
import dev.migratedb.migration.AppliedMigration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepairPlanTests {

    /** Fixes are shown as the rank with what happens to its row; an alignment with type, checksum and description. */
    record Case(
            String claim,
            MigratePolicy policy,
            List<AppliedMigration> history,
            List<Candidate> files,
            List<String> fixes) {

        @Override
        public String toString() {
            return claim;
        }
    }

    static List<Case> cases() {
        List<Candidate> one = files(file("V1__a.sql", 1));
        return List.of(
                new Case("nothing is there", DEFAULT, history(), files(), List.of()),
                new Case("all agree", DEFAULT, history(ran("V1__a.sql", 1)), one, List.of()),
                new Case("pending is no matter", DEFAULT, history(), one, List.of()),
                new Case(
                        "a failed row goes",
                        DEFAULT,
                        history(ran("V1__a.sql", 1), failed(ran("V2__b.sql", 2))),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 3)),
                        List.of("remove 2")),
                new Case(
                        "a failed row goes although its file is gone, also of the future",
                        DEFAULT,
                        history(failed(ran("V1__a.sql", 1)), failed(ran("V9__z.sql", 9))),
                        files(file("V2__b.sql", 2)),
                        List.of("remove 1", "remove 2")),
                new Case(
                        "failed undo and repeatable rows go",
                        DEFAULT,
                        history(ran("V1__a.sql", 1), failed(ran("U1__a.sql", 5)), failed(ran("R__r.sql", 6))),
                        files(file("V1__a.sql", 1), file("U1__a.sql", 5), file("R__r.sql", 6)),
                        List.of("remove 2", "remove 3")),
                new Case(
                        "a row below a failed one is judged too",
                        DEFAULT,
                        history(ran("R__r.sql", 6), failed(ran("R__r.sql", 7))),
                        files(),
                        List.of("remove 2", "delete 1")),
                new Case(
                        "a missing row is marked",
                        DEFAULT,
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), ran("R__r.sql", 3)),
                        files(file("V2__b.sql", 2)),
                        List.of("delete 1", "delete 3")),
                new Case(
                        "a future row stays, as it is ignored by default",
                        DEFAULT,
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2)),
                        one,
                        List.of()),
                new Case(
                        "a future row is marked where it is not ignored",
                        ignoring("!*:future"),
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2)),
                        one,
                        List.of("delete 2")),
                new Case(
                        "an ignored missing row stays",
                        ignoring("*:missing"),
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2)),
                        files(file("V2__b.sql", 2)),
                        List.of()),
                new Case(
                        "what was marked is not marked again",
                        DEFAULT,
                        history(ran("V1__a.sql", 1), ran("V2__b.sql", 2), deleted("V1__a.sql")),
                        files(file("V2__b.sql", 2)),
                        List.of()),
                new Case(
                        "a checksum is taken over",
                        DEFAULT,
                        history(ran("V1__a.sql", 7)),
                        one,
                        List.of("align 1 SQL 1 'a'")),
                new Case(
                        "a null checksum is filled",
                        DEFAULT,
                        history(row("V1__a.sql", "SQL", null)),
                        one,
                        List.of("align 1 SQL 1 'a'")),
                new Case(
                        "a null checksum is filled for an empty file too",
                        DEFAULT,
                        history(row("V1__a.sql", "SQL", null)),
                        files(file("V1__a.sql", 0)),
                        List.of("align 1 SQL 0 'a'")),
                new Case(
                        "a description is taken over",
                        DEFAULT,
                        history(described("old words", ran("V1__a.sql", 1))),
                        one,
                        List.of("align 1 SQL 1 'a'")),
                new Case(
                        "a type is taken over, with the checksum",
                        DEFAULT,
                        history(ran("V1__a.sql", 1)),
                        files(bean("V1__a")),
                        List.of("align 1 JDBC null 'a'")),
                new Case(
                        "an old name of a type is no difference",
                        DEFAULT,
                        history(row("V1__a", "SPRING_JDBC", null)),
                        files(bean("V1__a")),
                        List.of()),
                new Case(
                        "only the last row of a version that stands",
                        DEFAULT,
                        history(ran("V1__a.sql", 7), ran("U1__a.sql", 5), ran("V1__a.sql", 8)),
                        files(file("V1__a.sql", 1), file("U1__a.sql", 5)),
                        List.of("align 3 SQL 1 'a'")),
                new Case(
                        "an undone row stays as it ran",
                        DEFAULT,
                        history(ran("V1__a.sql", 7), ran("U1__a.sql", 4)),
                        files(file("V1__a.sql", 1), file("U1__a.sql", 5)),
                        List.of()),
                new Case(
                        "a repeatable one gets the checksum of its text with values",
                        DEFAULT,
                        history(ran("R__r.sql", 9)),
                        files(file("R__r.sql", 6, 9)),
                        List.of("align 1 SQL 6 'r'")),
                new Case(
                        "a changed repeatable one is left to run again",
                        DEFAULT,
                        history(ran("R__r.sql", 9)),
                        files(file("R__r.sql", 6)),
                        List.of()),
                new Case(
                        "rows about schemas and baselines stay",
                        DEFAULT,
                        history(schemas(), baseline("1")),
                        files(file("V1__a.sql", 1), file("V2__b.sql", 2)),
                        List.of()),
                new Case(
                        "a baseline migration is aligned as well",
                        DEFAULT,
                        history(ran("B1__a.sql", 7)),
                        files(file("B1__a.sql", 1)),
                        List.of("align 1 SQL_BASELINE 1 'a'")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void correctsTheHistory(Case given) {
        RepairPlan plan = RepairPlan.of(given.files(), given.history(), given.policy());

        assertThat(shown(plan)).isEqualTo(given.fixes());
        assertThat(plan.isEmpty()).isEqualTo(given.fixes().isEmpty());
    }

    @Test
    void leavesScriptAndVersionOfARowAlone() {
        AppliedMigration row = history(row("V01__renamed_since.sql", "SQL", 7)).get(0);

        RepairPlan plan = RepairPlan.of(files(file("V1__a.sql", 1)), List.of(row), DEFAULT);

        AppliedMigration aligned = plan.alignments().get(0).row();
        assertThat(aligned.script()).isEqualTo("V01__renamed_since.sql");
        assertThat(aligned.version()).hasToString("01");
    }

    private static List<String> shown(RepairPlan plan) {
        List<String> fixes = new ArrayList<>();
        plan.removals().forEach(fix -> fixes.add("remove " + rank(fix)));
        plan.alignments()
                .forEach(fix -> fixes.add("align " + rank(fix) + " " + fix.row().type() + " "
                        + fix.row().checksum() + " '" + fix.row().description() + "'"));
        plan.deletions().forEach(fix -> fixes.add("delete " + rank(fix)));
        return fixes;
    }

    private static int rank(Fix fix) {
        return fix.row().installedRank();
    }
}
