package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.DEFAULT;
import static dev.migratedb.internal.plan.PlanDsl.applied;
import static dev.migratedb.internal.plan.PlanDsl.described;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.ran;
import static dev.migratedb.internal.plan.PlanDsl.ranked;
import static dev.migratedb.internal.plan.PlanDsl.schemas;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.AppliedMigration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselinePlanTests {

    private static final AppliedMigration ONE =
            described(DEFAULT.baselineDescription(), applied("1", "BASELINE", "<< baseline >>", null));

    record Refused(String claim, List<AppliedMigration> history, String message) {

        @Override
        public String toString() {
            return claim;
        }
    }

    static List<Refused> refused() {
        return List.of(
                new Refused(
                        "it begins at another version",
                        history(described(DEFAULT.baselineDescription(), applied("2", "BASELINE", "x", null))),
                        "The history begins at version 2 "),
                new Refused(
                        "it begins with another description",
                        history(described("other", ONE)),
                        "The history begins at version 1 ('other')"),
                new Refused("it has migrations", history(ran("V1__a.sql", 1)), "contains migrations already"),
                new Refused("it has a baseline migration", history(ran("B1__a.sql", 1)), "contains migrations already"),
                new Refused("it is empty", history(), "it is empty"),
                new Refused("it tells of schemas only", history(schemas()), "it is empty"),
                new Refused(
                        "it has a row that only locks need",
                        List.of(ranked(-1, applied(null, "TABLE", "x", null))),
                        "it is empty"));
    }

    @Test
    void beginsAHistoryThatIsNotThere() {
        assertThat(BaselinePlan.of(null, DEFAULT)).isEqualTo(new BaselinePlan(true, null));
    }

    @Test
    void doesNothingWhereTheHistoryBeginsLikeThat() {
        BaselinePlan nothing = new BaselinePlan(false, null);
        assertThat(BaselinePlan.of(history(ONE), DEFAULT)).isEqualTo(nothing);
        assertThat(BaselinePlan.of(history(schemas(), ONE, ran("V2__b.sql", 2)), DEFAULT))
                .isEqualTo(nothing);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesAHistoryThatBeginsOtherwise(Refused given) {
        BaselinePlan plan = BaselinePlan.of(given.history(), DEFAULT);

        assertThat(plan.creates()).isFalse();
        assertThat(plan.problem()).isNotNull();
        assertThat(plan.problem().message()).contains(given.message());
    }
}
