package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.applied;
import static dev.migratedb.internal.plan.PlanDsl.baseline;
import static dev.migratedb.internal.plan.PlanDsl.deleted;
import static dev.migratedb.internal.plan.PlanDsl.failed;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.minute;
import static dev.migratedb.internal.plan.PlanDsl.ran;
import static dev.migratedb.internal.plan.PlanDsl.ranked;
import static dev.migratedb.internal.plan.PlanDsl.row;
import static dev.migratedb.internal.plan.PlanDsl.schemas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.result.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExportPlanTests {

    private static final String TABLE = "\"s\".\"flyway_schema_history\"";
    private static final AppliedMigration V1 = minute(1, ran("V1__one.sql", 1));
    private static final AppliedMigration V2 = minute(2, ran("V2__two.sql", 2));
    private static final AppliedMigration V3 = minute(3, ran("V3__three.sql", 3));
    private static final AppliedMigration UNDO_2 = minute(4, row("U2__two.sql", "UNDO_SQL", 4));
    private static final AppliedMigration MARKER = ranked(-1, applied(null, "TABLE", "", null));

    static Stream<Arguments> written() {
        return Stream.of(
                arguments("ranks stay", history(schemas(), V1, V2), List.of(), "0>0, 1>1, 2>2"),
                arguments("gaps stay", List.of(ranked(2, V1), ranked(5, V2)), List.of(), "2>2, 5>5"),
                arguments("also beside a marker", history(schemas(), V1), List.of(MARKER), "0>0, 1>1"),
                arguments("failed rows too", history(V1, failed(V2)), List.of(), "1>1, 2>2"),
                arguments("deleted rows too", history(V1, minute(9, deleted("V1__one.sql"))), List.of(), "1>1, 2>2"),
                arguments("what is there already is not written", history(V1, V2), history(V1), "2>2"),
                arguments("everything is there", history(V1, V2), history(V1, V2), ""),
                arguments("behind what is there", history(V1, V2, V3), List.of(ranked(8, V1), ranked(9, V2)), "3>10"),
                arguments(
                        "at its own rank where that is higher",
                        List.of(ranked(1, V1), ranked(7, V2)),
                        history(V1),
                        "7>7"),
                arguments("undo is left out", history(V1, V2, UNDO_2), List.of(), "1>1"),
                arguments("what was run again is not", history(V1, V2, UNDO_2, minute(5, V2)), List.of(), "1>1, 4>4"),
                arguments("an undo that is there already", history(V1, V2, UNDO_2, V3), history(V1, V2, UNDO_2), "4>4"),
                arguments("rows that lock our table", List.of(MARKER, ranked(1, V1)), List.of(), "1>1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void writesWhatFlywayLacks(
            String name, List<AppliedMigration> own, List<AppliedMigration> flyway, String expected) {
        ExportPlan plan = ExportPlan.of(own, flyway, TABLE);

        assertThat(plan.problem()).as(name).isNull();
        assertThat(plan.rows().stream().map(row -> row.ownRank() + ">" + row.rank()))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(", ")));
        assertThat(plan.rows().stream().filter(row -> row.type() != null)).isEmpty();
    }

    @Test
    void saysWhatItLeavesOut() {
        ExportPlan plan = ExportPlan.of(history(V1, V2, UNDO_2), List.of(), TABLE);

        assertThat(plan.warnings())
                .containsExactly("Not handed to Flyway, whose open source build does not know undo:"
                        + " V2__two.sql (version 2, rank 2, SQL), U2__two.sql (version 2, rank 3, UNDO_SQL)");
    }

    @ParameterizedTest
    @CsvSource({
        "SQL, ",
        "JDBC, ",
        "SCRIPT, ",
        "CUSTOM, ",
        "SQL_BASELINE, ",
        "JDBC_BASELINE, ",
        "SCRIPT_BASELINE, SQL_BASELINE",
        "SPRING_JDBC, JDBC",
        "sql, SQL",
        "CSV, CUSTOM",
        "SQL_STATE_SCRIPT, CUSTOM"
    })
    void givesRowsATypeThatFlywayKnows(String type, String expected) {
        ExportPlan plan = ExportPlan.of(history(row("V1__one.sql", type, 1)), List.of(), TABLE);

        assertThat(plan.rows()).containsExactly(new ExportPlan.Row(1, 1, expected));
        if (expected == null) {
            assertThat(plan.warnings()).isEmpty();
        } else {
            assertThat(plan.warnings())
                    .containsExactly("Handed to Flyway with a type that it knows: V1__one.sql (version 1, rank 1, "
                            + type + ") as " + expected);
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "a version that is not here",
                        history(V1),
                        history(V1, V2),
                        "V2__two.sql (version 2, rank 2, SQL)"),
                arguments("the same file at another time", history(V1), history(minute(9, V1)), "V1__one.sql"),
                arguments("a failed row", history(V1), history(V1, failed(V2)), "V2__two.sql"),
                arguments("another beginning", history(V1), history(minute(9, baseline("1"))), "<< baseline >>"),
                arguments("what was undone here only", history(V1, V2, UNDO_2), history(V1, V2), "undone since"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void writesNothingIntoATableThatSaysSomethingElse(
            String name, List<AppliedMigration> own, List<AppliedMigration> flyway, String part) {
        ExportPlan plan = ExportPlan.of(own, flyway, TABLE);

        assertThat(plan.rows()).as(name).isEmpty();
        assertThat(plan.problem()).extracting(Problem::message).asString().contains(part, TABLE, "Nothing was written");
    }
}
