package dev.migratedb.internal.dialect;

import dev.migratedb.internal.script.SqlSyntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** HSQLDB. Its DDL commits, and with it the locks on rows and tables go, so a lease does for a lock. */
final class HsqldbDialect implements Dialect {

    private static final String ISOLATION = "isolation";
    private static final String SCHEMA = "schema";

    /** "User lacks privilege or object not found", followed by the name. */
    private static final int NOT_FOUND = -5501;

    private static final int NO_SUCH_SCHEMA = -4850;

    @Override
    public String name() {
        return "HSQL Database Engine";
    }

    @Override
    public String vendor() {
        return "hsqldb";
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.HSQLDB;
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public String sessionColumns() {
        return "CURRENT_SCHEMA AS \"s\", CURRENT_USER AS \"u\", DATABASE() AS \"d\"";
    }

    @Override
    public String fromNothing() {
        return " FROM (VALUES (0))";
    }

    @Override
    public @Nullable String schemaOfRow(String alias, String table) {
        return null;
    }

    /** One number for tables and columns: only the name tells what was not found. */
    @Override
    public boolean isMissingTable(SQLException failure, String table) {
        return failure.getErrorCode() == NO_SUCH_SCHEMA
                || (failure.getErrorCode() == NOT_FOUND && names(failure, table));
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return failure.getErrorCode() == NOT_FOUND
                && HistoryColumns.ALL.stream().anyMatch(column -> names(failure, column));
    }

    private static boolean names(SQLException failure, String object) {
        String message = String.valueOf(failure.getMessage());
        int end = message.indexOf(" in statement [");
        String begin = end < 0 ? message : message.substring(0, end);
        return begin.endsWith(": " + object) || begin.endsWith("." + object);
    }

    @Override
    public boolean tableExists(JdbcOperations jdbc, TableName table) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
                        table.schema(),
                        table.table())
                .isEmpty();
    }

    @Override
    public List<String> missingSchemas(JdbcOperations jdbc, List<String> schemas) {
        List<String> existing =
                jdbc.query("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA", (row, number) -> row.getString(1));
        return schemas.stream().filter(schema -> !existing.contains(schema)).toList();
    }

    @Override
    public boolean isEmpty(JdbcOperations jdbc, String schema, Set<String> ignoredTables) {
        return cleanStatements(jdbc, schema, ignoredTables).isEmpty();
    }

    @Override
    public List<String> cleanStatements(JdbcOperations jdbc, String schema, Set<String> keptTables) {
        List<String> statements = new ArrayList<>();
        for (HsqldbObjects objects : HsqldbObjects.values()) {
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
        // not as a union, which would fill shorter texts up with blanks
        return creating(
                table, firstRows.stream().map(row -> "VALUES (" + row + ")").toList());
    }

    @Override
    public List<String> createHistoryTable(TableName table, @Nullable String tablespace, String query) {
        return creating(table, List.of(query));
    }

    private List<String> creating(TableName table, List<String> sources) {
        // no statement makes a table of given columns with rows and an index; renamed when it has them, it appears at
        // once
        TableName made = table.withSuffix(BEGUN_SUFFIX);
        List<String> statements = new ArrayList<>();
        statements.add("DROP TABLE " + quote(made) + " IF EXISTS");
        statements.add("CREATE TABLE " + quote(made) + " (\n"
                + HistoryColumns.definition(this, "TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL", "BIT") + ",\n"
                + "  CONSTRAINT " + quote(table.table() + "_pk") + " PRIMARY KEY (\"installed_rank\")\n)");
        for (String source : sources) {
            statements.add("INSERT INTO " + quote(made) + " (" + HistoryColumns.all(this) + ") " + source);
        }
        statements.add("CREATE INDEX " + quote(table.schema()) + "." + quote(table.table() + "_s_idx") + " ON "
                + quote(made) + " (\"success\")");
        statements.add("ALTER TABLE " + quote(made) + " RENAME TO " + quote(table.table()));
        return statements;
    }

    @Override
    public List<String> renameHistoryTable(TableName table, String name) {
        return List.of(
                "ALTER TABLE " + quote(table) + " RENAME TO " + quote(name),
                "ALTER CONSTRAINT " + quote(table.withSuffix("_pk")) + " RENAME TO " + quote(name + "_pk"),
                "ALTER INDEX " + quote(table.withSuffix("_s_idx")) + " RENAME TO " + quote(name + "_s_idx"));
    }

    @Override
    public String useSchema(String schema) {
        return "SET SCHEMA " + quote(schema);
    }

    @Override
    public @Nullable String readOnlyBecause(Connection connection, JdbcOperations jdbc) {
        return Boolean.TRUE.equals(jdbc.queryForObject("CALL IS_READONLY_DATABASE()", Boolean.class))
                ? "the database was opened for reading only, by 'readonly' in its properties or its URL. Give migrations a"
                        + " database that may be written."
                : null;
    }

    @Override
    public SessionState captureSession(JdbcOperations jdbc) {
        return new SessionState(Map.of(
                SCHEMA, String.valueOf(jdbc.queryForObject("CALL CURRENT_SCHEMA", String.class)),
                ISOLATION, String.valueOf(jdbc.queryForObject("CALL SESSION_ISOLATION_LEVEL()", String.class))));
    }

    @Override
    public void restoreSession(JdbcOperations jdbc, SessionState state) {
        captureSession(jdbc).settings().forEach((name, value) -> {
            String before = state.settings().getOrDefault(name, value);
            if (!before.equals(value)) {
                jdbc.execute(
                        name.equals(SCHEMA)
                                ? useSchema(before)
                                : "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + before);
            }
        });
    }

    @Override
    public String rememberSession() {
        return "";
    }

    /** No statement takes a schema out of a variable. */
    @Override
    public String recallSession(SessionState state, @Nullable String schema) {
        String meant = schema == null ? state.settings().get(SCHEMA) : schema;
        return meant == null ? "" : inScript(useSchema(meant));
    }

    /** Its client takes every delimiter at the end of a line for the end, unless it is told to take the lines as they are. */
    @Override
    public String inScript(String sql) {
        return sql.indexOf(';') < 0 ? Dialect.super.inScript(sql) : "\\.\n" + sql + "\n.;\n";
    }

    @Override
    public String beginTransaction() {
        return "START TRANSACTION";
    }

    @Override
    public @Nullable AdvisoryLock advisoryLock() {
        return null;
    }
}
