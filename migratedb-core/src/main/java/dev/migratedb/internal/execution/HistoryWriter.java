package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.resolver.ResolvedMigration;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * Writes rows of migrations that were run.
 *
 * @param table the history
 * @param lock of the run; rows are written only while it is held
 * @param clock for the time of installation as results tell it
 * @param installedBy what the history records as the user
 * @param journal of scripts that a rollback does not take back
 */
public record HistoryWriter(HistoryTable table, RunLock lock, Clock clock, String installedBy, JournalWriter journal) {

    TableName name() {
        return table.name();
    }

    /**
     * A migration as it is once its row is written.
     *
     * @param before the migration as it was
     * @param time that it took
     */
    static MigrationInfo as(MigrationState state, MigrationInfo before, AppliedMigration row, Duration time) {
        return new MigrationInfo(
                before.kind(),
                before.version(),
                before.description(),
                before.type(),
                before.script(),
                before.checksum(),
                state,
                row.installedRank(),
                row.installedOn(),
                row.installedBy(),
                time);
    }

    /**
     * Writes a row.
     *
     * @param replaced rows of earlier attempts, in whose place it stands
     */
    AppliedMigration write(
            ResolvedMigration migration, int rank, Duration time, boolean success, List<AppliedMigration> replaced) {
        AppliedMigration row = new AppliedMigration(
                rank,
                migration.version(),
                migration.description(),
                migration.type(),
                migration.script(),
                migration.checksum(),
                installedBy,
                clock.instant(),
                time.toMillis(),
                success);
        try {
            if (!replaced.isEmpty()) {
                lock.confirm();
                replaced.forEach(before -> table.remove(before, lock));
            }
            table.append(row, lock);
        } catch (DataAccessException ex) {
            throw new HistoryWriteException(table.name(), ex);
        }
        return row;
    }
}
