package dev.migratedb.internal.execution;

import dev.migratedb.internal.history.JournalRow;
import dev.migratedb.internal.history.JournalTable;
import dev.migratedb.internal.history.RunLock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Writes the journal of a run.
 *
 * @param table the journal
 * @param lock of the run; rows are written only while it is held
 * @param tablespace for a table that is to be made; null for the usual one
 */
public record JournalWriter(
        JournalTable table, RunLock lock, @Nullable String tablespace) {

    void prepare() {
        table.prepare(tablespace);
    }

    void insert(List<JournalRow> rows) {
        written(() -> table.insert(rows, lock));
    }

    void put(JournalRow row) {
        written(() -> table.put(row, lock));
    }

    /** Marks as done what has its beginning noted; where it is not, the rollback has taken it back. */
    void done(JournalRow row) {
        written(() -> table.replace(row.as(JournalRow.State.DONE), lock));
    }

    /** Notes a failure where the beginning of the statement is noted; where it is not, the rollback has taken it back. */
    void failed(JournalRow row) {
        table.replace(row.as(JournalRow.State.FAILED), lock);
    }

    /** Takes out all rows of a migration, by its {@link dev.migratedb.internal.plan.MigrationKey}. */
    public void remove(String migration) {
        written(() -> table.remove(migration, lock));
    }

    private void written(Runnable write) {
        try {
            write.run();
        } catch (DataAccessException ex) {
            throw new HistoryWriteException(table.name(), ex);
        }
    }
}
