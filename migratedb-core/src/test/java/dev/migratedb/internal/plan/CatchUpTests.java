package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.applied;
import static dev.migratedb.internal.plan.PlanDsl.baseline;
import static dev.migratedb.internal.plan.PlanDsl.deleted;
import static dev.migratedb.internal.plan.PlanDsl.described;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatchUpTests {

    private static final AppliedMigration V1 = minute(1, ran("V1__one.sql", 1));
    private static final AppliedMigration V2 = minute(2, ran("V2__two.sql", 2));
    private static final AppliedMigration V3 = minute(3, ran("V3__three.sql", 3));
    private static final AppliedMigration UNDO_2 = minute(4, row("U2__two.sql", "UNDO_SQL", 4));
    private static final AppliedMigration R = minute(2, ran("R__totals.sql", 5));
    private static final AppliedMigration LATER_R = minute(6, ran("R__totals.sql", 6));
    private static final AppliedMigration B5 = minute(1, baseline("5"));

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("nothing new", history(V1, V2), history(V1, V2), "", ""),
                arguments("no rows at all", history(V1), history(), "", ""),
                arguments("one more version", history(V1), history(V1, V2), "V2__two.sql 2>2", ""),
                arguments(
                        "its rank follows the own ones",
                        history(V1, V3),
                        List.of(ranked(1, V1), ranked(9, V2)),
                        "V2__two.sql 9>3",
                        ""),
                arguments("own rows that Flyway lacks", history(V1, V2, V3), history(V1), "", ""),
                arguments(
                        "a row that repair has corrected here",
                        history(minute(1, described("renamed", ran("V1__one.sql", 7)))),
                        history(V1),
                        "",
                        ""),
                arguments("a failed row", history(V1), history(V1, failed(V2)), "", ""),
                arguments(
                        "a failed row here",
                        history(V1, failed(minute(1, V2))),
                        history(V1, V2),
                        "V2__two.sql 2>3",
                        ""),
                arguments(
                        "a version that both have run", history(V1, V2), history(V1, minute(5, V2)), "", "V2__two.sql"),
                arguments(
                        "a version that both have run from different files",
                        history(V1, V2),
                        history(V1, minute(5, ran("V2__other.sql", 9))),
                        "",
                        "V2__other.sql"),
                arguments(
                        "taking back what both have", history(V1, V2), history(V1, V2, UNDO_2), "U2__two.sql 3>3", ""),
                arguments(
                        "taking back what both have run for themselves",
                        history(V1, V2),
                        history(V1, minute(3, V2), UNDO_2),
                        "",
                        "V2__two.sql"),
                arguments("taking back what is not here", history(V1), history(V1, UNDO_2), "", ""),
                arguments(
                        "undone and run again there",
                        history(V1, V2),
                        history(V1, V2, UNDO_2, minute(5, V2)),
                        "U2__two.sql 3>3, V2__two.sql 4>4",
                        ""),
                arguments(
                        "undone here and run again there",
                        history(V1, V2, UNDO_2),
                        history(V1, V2, minute(5, V2)),
                        "V2__two.sql 3>4",
                        ""),
                arguments(
                        "a deleted version",
                        history(V1, V2),
                        history(V1, V2, minute(5, deleted("V2__two.sql"))),
                        "V2__two.sql 3>3",
                        ""),
                arguments("a repeatable migration", history(V1), history(V1, R), "R__totals.sql 2>2", ""),
                arguments("a later run of it", history(V1, R), history(V1, R, LATER_R), "R__totals.sql 3>3", ""),
                arguments("an earlier run of it", history(V1, LATER_R), history(V1, R), "", ""),
                arguments("created schemas", history(V1), history(schemas(), V1), "", ""),
                arguments("another beginning", history(V1), history(minute(9, B5)), "", "<< baseline >>"),
                arguments(
                        "what the own beginning stands for",
                        history(B5),
                        history(V1, V2, minute(6, ran("V6__six.sql", 6))),
                        "V6__six.sql 3>2",
                        ""),
                arguments(
                        "rows that lock the table",
                        history(V1),
                        List.of(ranked(-1, applied(null, "TABLE", "", null)), ranked(-100, V2), ranked(1, V1)),
                        "",
                        ""),
                arguments("ranks with gaps", List.of(ranked(7, V1)), history(V1, V2), "V2__two.sql 2>8", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void takesWhatTheOwnHistoryLacks(
            String name, List<AppliedMigration> own, List<AppliedMigration> flyway, String taken, String disputed) {
        CatchUp catchUp = CatchUp.of(own, flyway);

        assertThat(catchUp.taken().stream()
                        .map(each -> each.row().script() + " " + each.flywayRank() + ">"
                                + each.row().installedRank()))
                .as(name)
                .isEqualTo(taken.isEmpty() ? List.of() : List.of(taken.split(", ")));
        assertThat(catchUp.disputed().stream().map(AppliedMigration::script))
                .isEqualTo(disputed.isEmpty() ? List.of() : List.of(disputed.split(", ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void takesNothingTheSecondTime(String name, List<AppliedMigration> own, List<AppliedMigration> flyway) {
        List<AppliedMigration> after = new ArrayList<>(own);
        CatchUp.of(own, flyway).taken().forEach(taken -> after.add(taken.row()));

        assertThat(CatchUp.of(after, flyway).taken()).as(name).isEmpty();
    }

    @Test
    void keepsEverythingOfARowButItsRank() {
        AppliedMigration row =
                CatchUp.of(history(V1), history(V1, V2, V3)).taken().get(1).row();

        assertThat(row).isEqualTo(ranked(3, V3));
    }
}
