package dev.migratedb.internal.plan;

import static dev.migratedb.internal.plan.PlanDsl.baseline;
import static dev.migratedb.internal.plan.PlanDsl.bean;
import static dev.migratedb.internal.plan.PlanDsl.deleted;
import static dev.migratedb.internal.plan.PlanDsl.described;
import static dev.migratedb.internal.plan.PlanDsl.file;
import static dev.migratedb.internal.plan.PlanDsl.files;
import static dev.migratedb.internal.plan.PlanDsl.history;
import static dev.migratedb.internal.plan.PlanDsl.row;
import static dev.migratedb.internal.plan.PlanDsl.schemas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migratedb.migration.AppliedMigration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecomputedChecksumsTests {

    private static final List<Candidate> FILES = files(
            file("V1__one.sql", 11),
            file("B2__two.sql", 22),
            bean("V3__three"),
            file("R__totals.sql", 44),
            file("U1__one.sql", 55));

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(row("V1__one.sql", "SQL", null), 11),
                arguments(row("V1.0__one.sql", "SQL", null), 11),
                arguments(described("another", row("V1__one.sql", "SQL", null)), null),
                arguments(row("V2__two.sql", "SQL", null), null),
                arguments(row("B2__two.sql", "SQL_BASELINE", null), 22),
                arguments(row("V3__three", "JDBC", null), null),
                arguments(row("R__totals.sql", "SQL", null), 44),
                arguments(row("R__others.sql", "SQL", null), null),
                arguments(deleted("V1__one.sql"), null),
                arguments(baseline("1"), null),
                arguments(schemas(), null));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void areThoseOfTheFileOfTheSameVersionAndDescription(AppliedMigration row, @Nullable Integer expected) {
        assertThat(RecomputedChecksums.of(history(row), FILES))
                .singleElement()
                .extracting(AppliedMigration::checksum)
                .isEqualTo(expected);
    }
}
