package dev.migratedb.internal.command;

import dev.migratedb.internal.execution.Work;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.plan.Reconciliation;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.result.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of the history means.
 *
 * @param history as it was read
 * @param missingSchemas those that are managed and do not exist
 * @param baseline the row at which the history shall begin; null where it begins with nothing, or is there
 * @param reconciliation files and history together
 * @param steps what is to be run, checked
 * @param problems everything that stands against running it
 */
record Look(
        HistorySnapshot history,
        List<String> missingSchemas,
        @Nullable AppliedMigration baseline,
        Reconciliation reconciliation,
        List<Work> steps,
        List<Problem> problems) {

    /**
     * Whether the run is refused whatever other runs do. That a schema is in use without a history may be the doing of a run
     * that is just about to create the history, so this is decided only under the lock.
     */
    boolean isRefused() {
        return problems.stream().anyMatch(problem -> problem.code() != ErrorCode.NON_EMPTY_SCHEMA);
    }

    /** Whether anything in the database would be changed. */
    boolean hasWork() {
        return !history.isOwn() || !missingSchemas.isEmpty() || !steps.isEmpty();
    }
}
