package dev.migratedb.internal.history;

import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.history.HistorySnapshot.Copy;
import dev.migratedb.internal.history.HistorySnapshot.Origin;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Flyway's history table beside the own one. Rows go from one to the other within the database, so that every value stays what
 * it is.
 */
public final class FlywayTable {

    private final JdbcOperations jdbc;
    private final Dialect dialect;
    private final TableName name;
    private final HistoryTable table;

    public FlywayTable(JdbcOperations jdbc, Dialect dialect, TableName name) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.name = name;
        this.table = new HistoryTable(jdbc, dialect, name, Adopt.OFF);
    }

    /** Schema and table. */
    public TableName name() {
        return name;
    }

    /** Whether it is there; answered without an error in the server's log. */
    public boolean exists() {
        return dialect.tableExists(jdbc, name);
    }

    /**
     * Reads the table, or finds out without an error that there is none.
     *
     * @throws MigrateDbException if it cannot be read, or is no history table
     */
    public HistorySnapshot readIfExists() {
        if (!exists()) {
            return HistorySnapshot.ABSENT;
        }
        try {
            return new HistorySnapshot(Origin.FLYWAY, table.load().rows(), List.of());
        } catch (DataAccessException ex) {
            if (table.isMissing(ex)) {
                return HistorySnapshot.ABSENT;
            }
            throw unreadable(ex.getMostSpecificCause().getMessage(), ex);
        } catch (MigrateDbException ex) {
            throw unreadable(ex.getMessage(), ex);
        }
    }

    private MigrateDbException unreadable(@Nullable String reason, RuntimeException cause) {
        return new MigrateDbException(
                ErrorCode.HISTORY_DAMAGED,
                "The table " + dialect.quote(name)
                        + " has the name of Flyway's history, which would be taken over, but cannot be read as one. Nothing was"
                        + " changed. If it is something else, set 'migratedb.adopt' to off (builder: adopt). If Flyway's"
                        + " history has another name, set 'migratedb.adopt-table' (builder: adoptTable). If it is Flyway's,"
                        + " the user of the run needs SELECT on it.\n  Cause:  " + reason,
                cause);
    }

    /** Creates the own table with all rows of this one. To be called as {@link HistoryTable#create(String, List)}. */
    public void takeOverBy(HistoryTable own, @Nullable String tablespace) {
        own.create(tablespace, HistoryCopies.all(dialect, name));
    }

    /**
     * Copies a row of this table to the own one.
     *
     * @param lock of the run; as with {@link HistoryTable#append}
     */
    public void copyTo(HistoryTable own, Copy copy, RunLock lock) {
        own.append(HistoryCopies.row(dialect, name, copy, null), lock);
    }

    /**
     * Creates this table as Flyway would, with the given rows of the own one. To be called as {@link
     * HistoryTable#create(String, List)}.
     */
    public void create(HistoryTable own, @Nullable String tablespace, List<Handover> rows) {
        String query = HistoryCopies.some(dialect, own.name(), rows);
        String marker = dialect.flywayMarker();
        table.create(tablespace, marker == null ? query : marker + " UNION ALL " + query);
    }

    /**
     * Adds a row of the own table to this one.
     *
     * @param lock of the run; as with {@link HistoryTable#append}
     */
    public void append(HistoryTable own, Handover row, RunLock lock) {
        table.append(HistoryCopies.row(dialect, own.name(), row.copy(), row.type()), lock);
    }

    /**
     * A row for Flyway.
     *
     * @param copy from the own table to this one
     * @param type what its type is there, in letters and underscores; null where it keeps its own
     */
    public record Handover(Copy copy, @Nullable String type) {}
}
