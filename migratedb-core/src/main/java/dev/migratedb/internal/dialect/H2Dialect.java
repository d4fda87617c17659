package dev.migratedb.internal.dialect;

import dev.migratedb.internal.script.SqlSyntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** H2. Its DDL commits, and its locks on rows do not survive that, so a lease does for a lock. */
final class H2Dialect implements Dialect {

    private static final String SCHEMA = "schema";
    private static final String LOCK_TIMEOUT = "lock_timeout";
    private static final String ISOLATION = "isolation";
    private static final int LOCK_TIMEOUT_REACHED = 50200;

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.H2;
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    /** By itself it writes up to half a second later, and not what was committed together at one moment. */
    @Override
    public @Nullable String writingCommits(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        return url.startsWith("jdbc:h2:mem:") ? null : "CHECKPOINT SYNC";
    }

    @Override
    public String sessionColumns() {
        // with names, without which the mode of SQL Server takes them for one and the same
        return "CURRENT_SCHEMA AS \"s\", CURRENT_USER AS \"u\", CURRENT_CATALOG AS \"c\"";
    }

    @Override
    public @Nullable String schemaOfRow(String alias, String table) {
        return null;
    }

    @Override
    public boolean isMissingTable(SQLException failure, String table) {
        // 42S02 to 42S04: table not found, with or without candidates; 90079: schema not found
        return Set.of("42S02", "42S03", "42S04", "90079").contains(String.valueOf(failure.getSQLState()));
    }

    /** DDL of any session keeps all others from DDL, which wait for a second by default. */
    @Override
    public boolean isBusy(SQLException failure) {
        return failure.getErrorCode() == LOCK_TIMEOUT_REACHED;
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return "42S22".equals(failure.getSQLState());
    }

    @Override
    public boolean tableExists(JdbcOperations jdbc, TableName table) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?)",
                Boolean.class,
                table.schema(),
                table.table()));
    }

    @Override
    public List<String> missingSchemas(JdbcOperations jdbc, List<String> schemas) {
        List<String> existing =
                jdbc.query("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA", (row, number) -> row.getString(1));
        return schemas.stream().filter(schema -> !existing.contains(schema)).toList();
    }

    @Override
    public boolean isEmpty(JdbcOperations jdbc, String schema, Set<String> ignoredTables) {
        List<String> names = jdbc.query("""
                SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME IS NOT NULL
                UNION ALL SELECT SEQUENCE_NAME FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = ?
                UNION ALL SELECT DOMAIN_NAME FROM INFORMATION_SCHEMA.DOMAINS WHERE DOMAIN_SCHEMA = ?
                UNION ALL SELECT ROUTINE_NAME FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA = ?
                UNION ALL SELECT CONSTANT_NAME FROM INFORMATION_SCHEMA.CONSTANTS WHERE CONSTANT_SCHEMA = ?
                """, (row, number) -> row.getString(1), schema, schema, schema, schema, schema);
        return ignoredTables.containsAll(names);
    }

    @Override
    public List<String> cleanStatements(JdbcOperations jdbc, String schema, Set<String> keptTables) {
        List<String> statements = new ArrayList<>();
        for (H2Objects objects : H2Objects.values()) {
            for (String name : objects.in(jdbc, schema)) {
                if (!objects.areTables() || !keptTables.contains(name)) {
                    statements.add(objects.drop(quote(schema) + "." + quote(name)));
                }
            }
        }
        return statements;
    }

    /** Not with what it holds: another run may have begun to fill it again. */
    @Override
    public String dropSchema(String schema) {
        return "DROP SCHEMA " + quote(schema) + " RESTRICT";
    }

    @Override
    public List<String> createHistoryTable(TableName table, @Nullable String tablespace, List<String> firstRows) {
        return createHistoryTable(
                table,
                tablespace,
                firstRows.stream().map(row -> "SELECT " + row).collect(Collectors.joining(" UNION ALL ")));
    }

    @Override
    public List<String> createHistoryTable(TableName table, @Nullable String tablespace, String query) {
        // no statement makes a table with its index; renamed when it has that and its first rows, it appears at once
        TableName made = table.withSuffix(BEGUN_SUFFIX);
        List<String> statements = new ArrayList<>();
        statements.add("DROP TABLE IF EXISTS " + quote(made));
        statements.add("CREATE TABLE " + quote(made) + " (\n"
                + HistoryColumns.definition(this, "TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL", "BOOLEAN") + ",\n"
                + "  CONSTRAINT " + quote(table.table() + "_pk") + " PRIMARY KEY (\"installed_rank\")\n)"
                + (query.isEmpty() ? "" : " AS " + query));
        statements.add("CREATE INDEX " + quote(table.schema()) + "." + quote(table.table() + "_s_idx") + " ON "
                + quote(made) + " (\"success\")");
        statements.add("ALTER TABLE " + quote(made) + " RENAME TO " + quote(table.table()));
        return statements;
    }

    @Override
    public String flywayMarker() {
        // a time zone would make that of every row in the union one of the session; Oracle's mode has no empty text
        return "SELECT -1, NULL, '<< Flyway Schema History table created >>', 'TABLE',"
                + " COALESCE('', '<< history table creation script >>'), NULL, CURRENT_USER, LOCALTIMESTAMP, 0, TRUE";
    }

    @Override
    public List<String> renameHistoryTable(TableName table, String name) {
        TableName renamed = new TableName(table.schema(), name);
        return List.of(
                "ALTER TABLE " + quote(table) + " RENAME TO " + quote(name),
                "ALTER TABLE " + quote(renamed) + " RENAME CONSTRAINT " + quote(table.table() + "_pk") + " TO "
                        + quote(name + "_pk"),
                "ALTER INDEX IF EXISTS " + quote(table.withSuffix("_s_idx")) + " RENAME TO " + quote(name + "_s_idx"));
    }

    @Override
    public String useSchema(String schema) {
        return "SET SCHEMA " + quote(schema);
    }

    /** Its driver tells of the database, and does not keep a flag. */
    @Override
    public @Nullable String readOnlyBecause(Connection connection, JdbcOperations jdbc) throws SQLException {
        return connection.isReadOnly()
                ? "the database was opened for reading only, by ACCESS_MODE_DATA in its URL, or since its files cannot be"
                        + " written. Give migrations a URL without it, and the right to write the files."
                : null;
    }

    /** Code behind an alias may do anything in a query; a linked table commits in its own database. */
    @Override
    public @Nullable String outlastsRollback(JdbcOperations jdbc) {
        return jdbc.query("""
                SELECT 'the alias ' || ROUTINE_SCHEMA || '.' || ROUTINE_NAME || ' runs code, which may have committed'
                  FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_TYPE <> 'AGGREGATE'
                UNION ALL
                SELECT 'it does not take back what is written into the linked table ' || TABLE_SCHEMA || '.' || TABLE_NAME
                  FROM INFORMATION_SCHEMA.TABLES WHERE STORAGE_TYPE = 'TABLE LINK'
                ORDER BY 1 LIMIT 1
                """, row -> row.next() ? row.getString(1) : null);
    }

    @Override
    public SessionState captureSession(JdbcOperations jdbc) {
        return new SessionState(Map.of(
                SCHEMA, String.valueOf(jdbc.queryForObject("SELECT CURRENT_SCHEMA", String.class)),
                LOCK_TIMEOUT, String.valueOf(jdbc.queryForObject("SELECT LOCK_TIMEOUT()", Integer.class)),
                ISOLATION,
                        String.valueOf(jdbc.queryForObject(
                                "SELECT ISOLATION_LEVEL FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()",
                                String.class))));
    }

    @Override
    public void restoreSession(JdbcOperations jdbc, SessionState state) {
        captureSession(jdbc).settings().forEach((name, value) -> {
            String before = state.settings().getOrDefault(name, value);
            if (before.equals(value)) {
                return;
            }
            switch (name) {
                case SCHEMA -> jdbc.execute(useSchema(before));
                case ISOLATION -> jdbc.execute("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + before);
                default -> jdbc.execute("SET LOCK_TIMEOUT " + before);
            }
        });
    }

    @Override
    public String rememberSession() {
        return """
                SET @migratedb_schema = CURRENT_SCHEMA;
                SET @migratedb_lock_timeout = LOCK_TIMEOUT();
                """;
    }

    @Override
    public String recallSession(SessionState state, @Nullable String schema) {
        return """
                EXECUTE IMMEDIATE 'SET SCHEMA "' || REPLACE(@migratedb_schema, '"', '""') || '"';
                EXECUTE IMMEDIATE 'SET LOCK_TIMEOUT ' || @migratedb_lock_timeout;
                """;
    }

    @Override
    public @Nullable AdvisoryLock advisoryLock() {
        return null;
    }

    /** H2 quotes the statement in its message and marks the place in it. */
    @Override
    public int errorOffset(SQLException failure, String sql) {
        String message = String.valueOf(failure.getMessage());
        int begin = message.indexOf('"') + 1;
        int mark = message.indexOf("[*]");
        if (begin == 0 || mark < begin) {
            return -1;
        }
        String before = message.substring(begin, mark).replace("\"\"", "\"");
        return sql.startsWith(before) ? before.length() : -1;
    }

    @Override
    public boolean isShared(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        return !url.equals("jdbc:h2:mem:") && !url.startsWith("jdbc:h2:mem:;");
    }
}
