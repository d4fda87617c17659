package dev.migratedb.internal.plan;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.result.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a history can be begun. That is so only where there is none: one that is there cannot begin again.
 *
 * @param creates false where the history begins as it should already
 * @param problem why it cannot be begun; null where it can
 */
public record BaselinePlan(boolean creates, @Nullable Problem problem) {

    /** Decides by what was read of the table; null where there is none. */
    public static BaselinePlan of(@Nullable List<AppliedMigration> history, MigratePolicy policy) {
        if (history == null) {
            return new BaselinePlan(true, null);
        }
        for (AppliedMigration row : history) {
            if (RowType.of(row) == RowType.BASELINE_MARKER) {
                boolean same = policy.baselineVersion().equals(row.version())
                        && Subject.stored(policy.baselineDescription()).equals(Subject.stored(row.description()));
                return new BaselinePlan(false, same ? null : otherwise(row, policy));
            }
        }
        boolean migrations =
                history.stream().anyMatch(row -> row.installedRank() >= 0 && RowType.of(row) != RowType.SCHEMA);
        if (migrations) {
            return refused(
                    "The history contains migrations already, so that it cannot begin at version "
                            + policy.baselineVersion() + ".",
                    "Nothing needs to be done for a database that MigrateDB migrates already: run migrate.");
        }
        return refused(
                "There is a history already, and it is empty: it begins before the first version.",
                "Run migrate. Or, if the schema was in use before, drop the history table and run baseline again.");
    }

    private static Problem otherwise(AppliedMigration row, MigratePolicy policy) {
        return problem(
                "The history begins at version " + row.version() + " ('" + row.description()
                        + "') already, so that it cannot begin at version " + policy.baselineVersion() + " ('"
                        + policy.baselineDescription() + "').",
                "Set 'migratedb.baseline-version' and 'migratedb.baseline-description' to what the history has, or do not"
                        + " run baseline.");
    }

    private static BaselinePlan refused(String message, String remedy) {
        return new BaselinePlan(false, problem(message, remedy));
    }

    private static Problem problem(String message, String remedy) {
        return new Problem(ErrorCode.VALIDATION, null, null, message, remedy);
    }
}
