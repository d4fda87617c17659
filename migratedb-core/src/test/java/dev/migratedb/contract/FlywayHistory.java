package dev.migratedb.contract;

import dev.migratedb.testsupport.FreshDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Flyway's table in the current schema, as Flyway makes it, and rows in it. */
final class FlywayHistory {

    static final String TABLE = "\"flyway_schema_history\"";
    private static final LocalDateTime BEGIN = LocalDateTime.of(2024, 3, 1, 10, 0, 0, 123_456_000);
    private static final String COLUMNS = """
            ("installed_rank" INT NOT NULL,
             "version" VARCHAR(50),
             "description" VARCHAR(200) NOT NULL,
             "type" VARCHAR(20) NOT NULL,
             "script" VARCHAR(1000) NOT NULL,
             "checksum" INTEGER,
             "installed_by" VARCHAR(100) NOT NULL,
             "installed_on" TIMESTAMP DEFAULT %s NOT NULL,
             "execution_time" INTEGER NOT NULL,
             "success" BOOLEAN NOT NULL""";
    static final String[] POSTGRES = {
        "CREATE TABLE " + TABLE + COLUMNS.formatted("now()") + ")",
        "ALTER TABLE " + TABLE + " ADD CONSTRAINT \"flyway_schema_history_pk\" PRIMARY KEY (\"installed_rank\")",
        "CREATE INDEX \"flyway_schema_history_s_idx\" ON " + TABLE + " (\"success\")"
    };
    static final String[] H2 = {
        "CREATE TABLE IF NOT EXISTS " + TABLE + COLUMNS.formatted("CURRENT_TIMESTAMP")
                + ", CONSTRAINT \"flyway_schema_history_pk\" PRIMARY KEY (\"installed_rank\")) AS SELECT -1, NULL,"
                + " '<< Flyway Schema History table created >>', 'TABLE', '', NULL, 'SA', CURRENT_TIMESTAMP, 0, TRUE",
        "CREATE INDEX \"flyway_schema_history_s_idx\" ON " + TABLE + " (\"success\")"
    };

    static final String[] HSQLDB = {
        "CREATE TABLE " + TABLE + COLUMNS.formatted("CURRENT_TIMESTAMP").replace("BOOLEAN", "BIT") + ")",
        "ALTER TABLE " + TABLE + " ADD CONSTRAINT \"flyway_schema_history_pk\" PRIMARY KEY (\"installed_rank\")",
        "CREATE INDEX \"flyway_schema_history_s_idx\" ON " + TABLE + " (\"success\")"
    };
    static final String[] MYSQL = {
        "CREATE TABLE " + TABLE + COLUMNS.formatted("CURRENT_TIMESTAMP")
                + ", CONSTRAINT \"flyway_schema_history_pk\" PRIMARY KEY (\"installed_rank\"))",
        "CREATE INDEX \"flyway_schema_history_s_idx\" ON " + TABLE + " (\"success\")"
    };
    static final String[] SQLITE = {
        "CREATE TABLE " + TABLE + """
                ("installed_rank" INT NOT NULL PRIMARY KEY,
                 "version" VARCHAR(50),
                 "description" VARCHAR(200) NOT NULL,
                 "type" VARCHAR(20) NOT NULL,
                 "script" VARCHAR(1000) NOT NULL,
                 "checksum" INT,
                 "installed_by" VARCHAR(100) NOT NULL,
                 "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
                 "execution_time" INT NOT NULL,
                 "success" BOOLEAN NOT NULL)""", "CREATE INDEX \"flyway_schema_history_s_idx\" ON " + TABLE + " (\"success\")"
    };

    private final FreshDatabase database;

    private FlywayHistory(FreshDatabase database) {
        this.database = database;
    }

    /** Creates the table. */
    static FlywayHistory in(FreshDatabase database, String... ddl) {
        database.execute(ddl);
        return new FlywayHistory(database);
    }

    /** A row of a migration from a script of one line. */
    FlywayHistory ran(int rank, @Nullable String version, String description, String script, String content) {
        return row(rank, version, description, "SQL", script, checksum(content), true);
    }

    /** A row, installed that many minutes after the first one as its rank says. */
    FlywayHistory row(
            int rank,
            @Nullable String version,
            String description,
            String type,
            String script,
            @Nullable Integer checksum,
            boolean success) {
        database.jdbc()
                .sql("INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?, ?, ?, 'flyway', ?, 42, ?)")
                .params(rank, version, description, type, script, checksum, installedOn(rank), success)
                .update();
        return this;
    }

    /** SQLite has no type for it; what Flyway leaves to the default of the column is a text. */
    private Object installedOn(int rank) {
        LocalDateTime time = BEGIN.plusMinutes(rank);
        return database.url().startsWith("jdbc:sqlite:")
                ? DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").format(time)
                : Timestamp.valueOf(time);
    }

    /** All values of all rows of a history, by rank, without rows that lock the table. */
    static List<String> everything(FreshDatabase database, String table) {
        return rows(database, "* from " + table + " where \"installed_rank\" >= 0 order by \"installed_rank\"");
    }

    /** All values of all rows that a query brings, which is given from its select list on. */
    static List<String> rows(FreshDatabase database, String query) {
        return database.jdbc()
                .sql("select " + query)
                .query((row, number) -> {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(row.getString(column));
                    }
                    return values.stream().map(String::valueOf).collect(Collectors.joining(" | "));
                })
                .list();
    }

    /** The checksum of a script of one line. */
    static int checksum(String line) {
        CRC32 crc = new CRC32();
        crc.update(line.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
