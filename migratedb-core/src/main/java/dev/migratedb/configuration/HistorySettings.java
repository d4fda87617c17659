package dev.migratedb.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The history table.
 *
 * @param table its name, used as it is written here
 * @param tablespace where it is created; null means the database's default
 * @param installedBy what its column {@code installed_by} gets; null means the database user
 */
public record HistorySettings(
        String table, @Nullable String tablespace, @Nullable String installedBy) {

    /** The default name of the table. */
    public static final String DEFAULT_TABLE = "migratedb_state";

    /** The table {@value #DEFAULT_TABLE}. */
    public static final HistorySettings DEFAULT = new HistorySettings(DEFAULT_TABLE, null, null);

    /** Leaves room for {@code _journal} and {@code _s_idx} below the 63 bytes of a PostgreSQL name. */
    private static final int LONGEST_TABLE = 55;

    public HistorySettings {
        Settings.text("table", table);
        if (table.length() > LONGEST_TABLE) {
            throw Settings.wrong(
                    "table", "must not be longer than " + LONGEST_TABLE + " characters, but is '" + table + "'");
        }
        if (tablespace != null) {
            Settings.text("tablespace", tablespace);
        }
        if (installedBy != null) {
            Settings.text("installed-by", installedBy);
            if (installedBy.length() > 100) {
                throw Settings.wrong("installed-by", "must not be longer than 100 characters");
            }
        }
    }
}
