package dev.migratedb.internal.history;

import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.internal.history.HistorySnapshot.Origin;
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

/** Reads the rows of a query for all columns of a history table as values. */
final class RowReader {

    /** How many columns a history table has. */
    static final int COLUMNS = 10;

    private static final int CHECKSUM = 6;

    private final int before;
    private final boolean textChecksums;

    /**
     * Refuses a table of another make before any of its rows is read.
     *
     * @param before how many other columns stand before those of the history
     * @param adopt says whether a table of MigrateDB 1.x is read; its checksums are not
     */
    RowReader(ResultSetMetaData columns, int before, Adopt adopt) throws SQLException {
        int type = columns.getColumnType(before + CHECKSUM);
        this.before = before;
        this.textChecksums = type == Types.VARCHAR || type == Types.CHAR || type == Types.LONGVARCHAR;
        if (textChecksums && adopt != Adopt.MIGRATEDB_V1) {
            throw textChecksums();
        }
    }

    /** Whose table it is. */
    Origin origin() {
        return textChecksums ? Origin.MIGRATEDB_V1 : Origin.OWN;
    }

    /** Reads the current row. */
    AppliedMigration read(ResultSet row) throws SQLException {
        int rank = row.getInt(before + 1);
        Timestamp installedOn = row.getTimestamp(before + 8);
        return new AppliedMigration(
                rank,
                version(row.getString(before + 2), rank),
                Objects.requireNonNullElse(row.getString(before + 3), ""),
                Objects.requireNonNullElse(row.getString(before + 4), ""),
                Objects.requireNonNullElse(row.getString(before + 5), ""),
                checksum(row),
                Objects.requireNonNullElse(row.getString(before + 7), ""),
                installedOn == null ? null : installedOn.toInstant(),
                row.getLong(before + 9),
                row.getBoolean(before + 10));
    }

    private @Nullable Integer checksum(ResultSet row) throws SQLException {
        if (textChecksums) {
            return null;
        }
        int checksum = row.getInt(before + CHECKSUM);
        return row.wasNull() ? null : checksum;
    }

    private static @Nullable MigrationVersion version(@Nullable String text, int rank) {
        // a negative rank is no part of the history; Flyway keeps the name of a lock's holder there
        if (text == null || text.isBlank() || rank < 0) {
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
                "The history table has checksums that are text: it was written by the older MigrateDB 1.x. Nothing was changed."
                        + " To go on with that history, set 'migratedb.adopt' to migratedb-v1 (builder: adopt): the table is"
                        + " renamed and copied, with checksums of the files as they are now. To begin a history of its own,"
                        + " give this version another table with 'migratedb.table' (builder: table).");
    }
}
