package dev.migratedb.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The history table.
 *
 * @param table its name, used as it is written here
 * @param tablespace where it is created; null means the database's default
 * @param installedBy what its column {@code installed_by} gets; null means the database user
 * @param adopt which history of another engine is taken over
 * @param adoptTable the name of Flyway's history table, which is looked for in the same schema
 */
public record HistorySettings(
        String table, @Nullable String tablespace, @Nullable String installedBy, Adopt adopt, String adoptTable) {

    /** Which histories of other engines are taken over. */
    public enum Adopt {
        /** That of Flyway, where its table is there. */
        AUTO,
        /** None. */
        OFF,
        /** That of the older MigrateDB 1.x, whose table has the same name and whose checksums are texts. */
        MIGRATEDB_V1
    }

    /** The default name of the table. */
    public static final String DEFAULT_TABLE = "migratedb_state";

    /** The default name of Flyway's table. */
    public static final String DEFAULT_ADOPT_TABLE = "flyway_schema_history";

    /** The table {@value #DEFAULT_TABLE}; the history of Flyway in {@value #DEFAULT_ADOPT_TABLE} is taken over. */
    public static final HistorySettings DEFAULT =
            new HistorySettings(DEFAULT_TABLE, null, null, Adopt.AUTO, DEFAULT_ADOPT_TABLE);

    /** Leaves room for {@code _journal} and {@code _s_idx} below the 63 bytes of a PostgreSQL name. */
    private static final int LONGEST_TABLE = 55;

    public HistorySettings {
        tableName("table", table);
        tableName("adopt-table", adoptTable);
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

    private static void tableName(String property, String name) {
        Settings.text(property, name);
        if (name.length() > LONGEST_TABLE) {
            throw Settings.wrong(
                    property, "must not be longer than " + LONGEST_TABLE + " characters, but is '" + name + "'");
        }
    }

    /** Whether Flyway's table is another one than the own: who works on Flyway's table itself has nothing to take over. */
    public boolean adoptsAnotherTable() {
        return !table.equals(adoptTable);
    }
}
