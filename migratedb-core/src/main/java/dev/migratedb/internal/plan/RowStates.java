package dev.migratedb.internal.plan;

import dev.migratedb.internal.plan.Ledger.Entry;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * The state of what has a row in the history.
 *
 * @param ledger all rows
 * @param highestFound the highest version that was found; null where none was
 */
record RowStates(Ledger ledger, @Nullable MigrationVersion highestFound) {

    /**
     * The state of a row.
     *
     * @param candidate its migration; null where it was not found
     */
    MigrationState of(Entry entry, @Nullable Candidate candidate) {
        return switch (entry.fate()) {
            case UNDONE -> MigrationState.UNDONE;
            case DELETED -> MigrationState.DELETED;
            case STANDS -> ofStanding(entry, candidate);
        };
    }

    private MigrationState ofStanding(Entry entry, @Nullable Candidate candidate) {
        boolean success = entry.row().success();
        return switch (entry.type()) {
            case SCHEMA, DELETE, UNDO -> success ? MigrationState.SUCCESS : MigrationState.FAILED;
            case BASELINE_MARKER -> success ? MigrationState.BASELINE : MigrationState.FAILED;
            case BASELINE_MIGRATION -> {
                if (candidate == null) {
                    yield notFound(entry);
                }
                yield success ? MigrationState.BASELINE : MigrationState.FAILED;
            }
            case MIGRATION -> ofMigration(entry, candidate);
        };
    }

    private MigrationState ofMigration(Entry entry, @Nullable Candidate candidate) {
        boolean repeatable = entry.subject().version() == null;
        if (repeatable && entry.row().success() && !ledger.isLatestRun(entry)) {
            return MigrationState.SUPERSEDED;
        }
        if (candidate == null) {
            return notFound(entry);
        }
        if (!entry.row().success()) {
            return MigrationState.FAILED;
        }
        if (repeatable && !Checksums.upToDate(entry.row().checksum(), candidate)) {
            return MigrationState.OUTDATED;
        }
        return entry.outOfOrder() ? MigrationState.OUT_OF_ORDER : MigrationState.SUCCESS;
    }

    /** A row that is not below everything that was found may be the work of a newer application. */
    private MigrationState notFound(Entry entry) {
        boolean success = entry.row().success();
        MigrationVersion version = entry.subject().version();
        if (version == null || (highestFound != null && version.compareTo(highestFound) < 0)) {
            return success ? MigrationState.MISSING_SUCCESS : MigrationState.MISSING_FAILED;
        }
        return success ? MigrationState.FUTURE_SUCCESS : MigrationState.FUTURE_FAILED;
    }
}
