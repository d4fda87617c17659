package dev.migratedb.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InfoResultTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:05.678Z");

    @Test
    void hasNoCurrentMigrationWhereNothingIsApplied() {
        assertThat(result().current()).isNull();
        assertThat(result(versioned("1", MigrationState.PENDING, null)).current())
                .isNull();
    }

    @Test
    void takesTheHighestVersionAsCurrentNotTheLatestRank() {
        MigrationInfo highest = versioned("10", MigrationState.SUCCESS, 2);

        assertThat(result(
                                versioned("9", MigrationState.SUCCESS, 1),
                                highest,
                                versioned("2", MigrationState.OUT_OF_ORDER, 3),
                                repeatable("view", MigrationState.SUCCESS, 4),
                                versioned("11", MigrationState.PENDING, null))
                        .current())
                .isEqualTo(highest);
    }

    @ParameterizedTest
    @EnumSource(
            value = MigrationState.class,
            names = {"UNDONE", "DELETED", "FAILED", "MISSING_FAILED", "FUTURE_FAILED"})
    void doesNotTakeAsCurrentWhatIsNotInEffect(MigrationState state) {
        MigrationInfo first = versioned("1", MigrationState.SUCCESS, 1);

        assertThat(result(first, versioned("2", state, 2)).current()).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(
            value = MigrationState.class,
            names = {"MISSING_SUCCESS", "FUTURE_SUCCESS", "OUT_OF_ORDER", "BASELINE"})
    void takesAsCurrentWhateverIsInEffect(MigrationState state) {
        MigrationInfo second = versioned("2", state, 2);

        assertThat(result(versioned("1", MigrationState.SUCCESS, 1), second).current())
                .isEqualTo(second);
    }

    @Test
    void takesTheLaterRunOfAVersionThatRanTwice() {
        MigrationInfo again = versioned("1.0", MigrationState.SUCCESS, 5);

        assertThat(result(versioned("1", MigrationState.SUCCESS, 1), again).current())
                .isEqualTo(again);
    }

    @Test
    void doesNotTakeRowsOfBookkeepingOrUndoAsCurrent() {
        MigrationInfo first = versioned("1", MigrationState.SUCCESS, 1);
        MigrationInfo deleted = info(MigrationKind.VERSIONED, "3", "gone", "DELETE", MigrationState.SUCCESS, 2);
        MigrationInfo undo = info(MigrationKind.UNDO, "2", "back", "UNDO_SQL", MigrationState.SUCCESS, 3);

        assertThat(result(first, deleted, undo).current()).isEqualTo(first);
    }

    @Test
    void fallsBackToTheRepeatableMigrationThatWasAppliedLast() {
        MigrationInfo schema =
                info(MigrationKind.VERSIONED, null, "<< Schema Creation >>", "SCHEMA", MigrationState.SUCCESS, 0);
        MigrationInfo last = repeatable("a", MigrationState.SUCCESS, 2);

        assertThat(result(schema, repeatable("b", MigrationState.SUCCESS, 1), last)
                        .current())
                .isEqualTo(last);
        assertThat(result(schema).current()).isNull();
    }

    @Test
    void tellsPendingFromApplied() {
        MigrationInfo applied = versioned("1", MigrationState.SUCCESS, 1);
        MigrationInfo failed = versioned("2", MigrationState.FAILED, 2);
        MigrationInfo ignored = versioned("1.5", MigrationState.IGNORED, null);
        MigrationInfo above = versioned("4", MigrationState.ABOVE_TARGET, null);
        MigrationInfo pending = versioned("3", MigrationState.PENDING, null);
        InfoResult result = result(applied, failed, ignored, pending, above);

        assertThat(result.pending()).containsExactly(pending);
        assertThat(result.applied()).containsExactly(applied, failed);
    }

    @Test
    void saysInOneLineThatThereIsNothing() {
        assertThat(result().asTable()).isEqualTo("No migrations found");
    }

    @Test
    void drawsATable() {
        InfoResult result = result(
                info(MigrationKind.VERSIONED, null, "<< Schema Creation >>", "SCHEMA", MigrationState.SUCCESS, 0),
                info(MigrationKind.VERSIONED, "1", "<< MigrateDB Baseline >>", "BASELINE", MigrationState.BASELINE, 1),
                versioned("1.1", MigrationState.OUT_OF_ORDER, 2),
                info(MigrationKind.REPEATABLE, null, "view 😀 of people", "JDBC", MigrationState.SUCCESS, 3),
                versioned("12", MigrationState.PENDING, null));

        assertThat(result.asTable()).isEqualTo("""
                        +------------+---------+--------------------------+----------+---------------------+--------------+
                        | Category   | Version | Description              | Type     | Installed On        | State        |
                        +------------+---------+--------------------------+----------+---------------------+--------------+
                        |            |         | << Schema Creation >>    | SCHEMA   | 2026-03-01 12:00:05 | Success      |
                        |            | 1       | << MigrateDB Baseline >> | BASELINE | 2026-03-01 12:00:05 | Baseline     |
                        | Versioned  | 1.1     | version 1.1              | SQL      | 2026-03-01 12:00:05 | Out of Order |
                        | Repeatable |         | view 😀 of people         | JDBC     | 2026-03-01 12:00:05 | Success      |
                        | Versioned  | 12      | version 12               | SQL      |                     | Pending      |
                        +------------+---------+--------------------------+----------+---------------------+--------------+""".stripIndent());
    }

    @Test
    void namesBaselineAndUndoMigrationsInTheTable() {
        InfoResult result = result(
                info(MigrationKind.BASELINE, "1", "all", "SQL_BASELINE", MigrationState.PENDING, null),
                info(MigrationKind.UNDO, "1", "back", "UNDO_SQL", MigrationState.AVAILABLE, null));

        assertThat(result.asTable()).contains("| Baseline | 1 ").contains("| Undo     | 1 ");
    }

    private static InfoResult result(MigrationInfo... all) {
        return new InfoResult("H2 2.4", List.of(), List.of(all));
    }

    private static MigrationInfo versioned(String version, MigrationState state, @Nullable Integer rank) {
        return info(MigrationKind.VERSIONED, version, "version " + version, "SQL", state, rank);
    }

    private static MigrationInfo repeatable(String description, MigrationState state, @Nullable Integer rank) {
        return info(MigrationKind.REPEATABLE, null, description, "SQL", state, rank);
    }

    private static MigrationInfo info(
            MigrationKind kind,
            @Nullable String version,
            String description,
            String type,
            MigrationState state,
            @Nullable Integer rank) {
        boolean applied = rank != null;
        return new MigrationInfo(
                kind,
                version == null ? null : MigrationVersion.of(version),
                description,
                type,
                "script",
                null,
                state,
                rank,
                applied ? NOON : null,
                applied ? "sa" : null,
                applied ? Duration.ofMillis(12) : null);
    }
}
