package dev.migratedb.internal.history;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationVersion;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the result of a query for all columns of a history table, as a value. */
final class RowReader {

    /** How many columns a history table has. */
    static final int COLUMNS = 10;

    private static final int CHECKSUM = 6;

    private RowReader() {}

    /**
     * Refuses a table of another make before any of its rows is read.
     *
     * @param before how many other columns stand before those of the history
     */
    static void check(ResultSetMetaData columns, int before) throws SQLException {
        int type = columns.getColumnType(before + CHECKSUM);
        if (type == Types.VARCHAR || type == Types.CHAR || type == Types.LONGVARCHAR) {
            throw textChecksums();
        }
    }

    /**
     * Reads the current row.
     *
     * @param before how many other columns stand before those of the history
     */
    static AppliedMigration read(ResultSet row, int before) throws SQLException {
        int rank = row.getInt(before + 1);
        int checksum = row.getInt(before + CHECKSUM);
        boolean hasChecksum = !row.wasNull();
        Timestamp installedOn = row.getTimestamp(before + 8);
        return new AppliedMigration(
                rank,
                version(row.getString(before + 2), rank),
                Objects.requireNonNullElse(row.getString(before + 3), ""),
                Objects.requireNonNullElse(row.getString(before + 4), ""),
                Objects.requireNonNullElse(row.getString(before + 5), ""),
                hasChecksum ? checksum : null,
                Objects.requireNonNullElse(row.getString(before + 7), ""),
                installedOn == null ? null : installedOn.toInstant(),
                row.getLong(before + 9),
                row.getBoolean(before + 10));
    }

    private static @Nullable MigrationVersion version(@Nullable String text, int rank) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return MigrationVersion.of(text);
        } catch (IllegalArgumentException ex) {
            throw new MigrateDbException(
                    ErrorCode.HISTORY_DAMAGED,
                    "The history table has a row with installed_rank " + rank + " and version '" + text
                            + "', which is not a version. Nothing was changed. Correct or remove that row.",
                    ex);
        }
    }

    private static MigrateDbException textChecksums() {
        return new MigrateDbException(
                ErrorCode.HISTORY_DAMAGED,
                "The history table has checksums that are text: it was written by the older MigrateDB 1.x, whose history this"
                        + " version does not read. Nothing was changed. Give this version a table of its own with"
                        + " 'migratedb.table' (builder: table).");
    }
}
