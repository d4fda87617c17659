package dev.migratedb.internal.dialect;

import dev.migratedb.internal.script.SqlSyntax;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Oracle. A schema is what a user owns, an empty text is null, and DDL commits. Its locks that outlive a commit need a
 * privilege that few users have, so a lease does for a lock.
 */
final class OracleDialect implements Dialect {

    private static final int INVALID_COLUMN = 904;
    private static final int NO_SUCH_TABLE = 942;
    private static final int NO_SUCH_USER = 1435;
    private static final int NAME_IN_USE = 955;

    private static final String SCHEMA = "CURRENT_SCHEMA";

    @Override
    public String name() {
        return "Oracle";
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.ORACLE;
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public String sessionColumns() {
        return "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AS s, USER AS u, SYS_CONTEXT('USERENV', 'DB_NAME') AS d";
    }

    @Override
    public String fromNothing() {
        return " FROM DUAL";
    }

    @Override
    public @Nullable String schemaOfRow(String alias, String table) {
        return null;
    }

    @Override
    public boolean isMissingTable(SQLException failure, String table) {
        return Set.of(NO_SUCH_TABLE, NO_SUCH_USER).contains(failure.getErrorCode());
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return failure.getErrorCode() == INVALID_COLUMN;
    }

    @Override
    public boolean tableExists(JdbcOperations jdbc, TableName table) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM all_objects WHERE owner = ? AND object_name = ?"
                                + " AND object_type IN ('TABLE', 'VIEW')",
                        table.schema(),
                        table.table())
                .isEmpty();
    }

    @Override
    public List<String> missingSchemas(JdbcOperations jdbc, List<String> schemas) {
        return schemas.stream()
                .filter(schema -> jdbc.queryForList("SELECT 1 FROM all_users WHERE username = ?", schema)
                        .isEmpty())
                .toList();
    }

    @Override
    public boolean isEmpty(JdbcOperations jdbc, String schema, Set<String> ignoredTables) {
        return cleanStatements(jdbc, schema, ignoredTables).isEmpty();
    }

    @Override
    public List<String> cleanStatements(JdbcOperations jdbc, String schema, Set<String> keptTables) {
        List<String> statements = new ArrayList<>();
        for (OracleObjects objects : OracleObjects.values()) {
            for (String name : objects.in(jdbc, schema)) {
                if (!objects.areTables() || !keptTables.contains(name)) {
                    statements.add(objects.drop(quote(schema) + "." + quote(name)));
                }
            }
        }
        return statements;
    }

    @Override
    public String createSchema(String schema) {
        throw new InvalidDataAccessApiUsageException("a schema of Oracle is what a user owns, and how that user logs in"
                + " and how much it may store is not for migrations to decide: have the user created with CREATE USER");
    }

    /** Not with what it holds: another run may have begun to fill it again. */
    @Override
    public String dropSchema(String schema) {
        return "DROP USER " + quote(schema);
    }

    @Override
    public List<String> createHistoryTable(TableName table, @Nullable String tablespace, List<String> firstRows) {
        return creating(
                table,
                tablespace,
                firstRows.stream().map(row -> "SELECT " + row + fromNothing()).toList());
    }

    @Override
    public List<String> createHistoryTable(TableName table, @Nullable String tablespace, String query) {
        return creating(table, tablespace, List.of(query));
    }

    private List<String> creating(TableName table, @Nullable String tablespace, List<String> sources) {
        // no statement makes a table of given columns with rows; renamed when it has them, it appears at once
        TableName made = sources.isEmpty() ? table : table.withSuffix(BEGUN_SUFFIX);
        String storage = tablespace == null ? "" : " TABLESPACE " + quote(tablespace);
        List<String> statements = new ArrayList<>();
        if (!sources.isEmpty()) {
            statements.add(unless(NO_SUCH_TABLE, "DROP TABLE " + quote(made) + " PURGE"));
        }
        statements.add("CREATE TABLE " + quote(made) + " (\n"
                + HistoryColumns.definition(
                        this, "VARCHAR2", "TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL", "NUMBER(1)")
                + ",\n  CONSTRAINT " + quote(table.table() + "_pk") + " PRIMARY KEY (\"installed_rank\")\n)" + storage);
        for (String source : sources) {
            statements.add("INSERT INTO " + quote(made) + " (" + HistoryColumns.all(this) + ") " + source);
        }
        statements.add("CREATE INDEX " + quote(table.withSuffix("_s_idx")) + " ON " + quote(made) + " (\"success\")"
                + storage);
        if (!sources.isEmpty()) {
            statements.add("ALTER TABLE " + quote(made) + " RENAME TO " + quote(table.table()));
        }
        return statements;
    }

    /** A block that runs a statement and lets one of its errors pass. */
    private String unless(int code, String statement) {
        return "BEGIN\n  EXECUTE IMMEDIATE " + literal(statement)
                + ";\nEXCEPTION\n  WHEN OTHERS THEN\n    IF SQLCODE <> -" + code
                + " THEN\n      RAISE;\n    END IF;\nEND;";
    }

    @Override
    public String createJournalTable(TableName table, @Nullable String tablespace) {
        return JournalColumns.createTable(this, table) + (tablespace == null ? "" : " TABLESPACE " + quote(tablespace));
    }

    @Override
    public List<String> renameHistoryTable(TableName table, String name) {
        TableName renamed = new TableName(table.schema(), name);
        String primaryKey = quote(name + "_pk");
        return List.of(
                "ALTER TABLE " + quote(table) + " RENAME TO " + quote(name),
                "ALTER TABLE " + quote(renamed) + " RENAME CONSTRAINT " + quote(table.table() + "_pk") + " TO "
                        + primaryKey,
                "ALTER INDEX " + quote(table.withSuffix("_pk")) + " RENAME TO " + primaryKey,
                "ALTER INDEX " + quote(table.withSuffix("_s_idx")) + " RENAME TO " + quote(name + "_s_idx"));
    }

    @Override
    public String useSchema(String schema) {
        return "ALTER SESSION SET CURRENT_SCHEMA = " + quote(schema);
    }

    @Override
    public String createLeaseTable(TableName table) {
        return unless(
                NAME_IN_USE,
                "CREATE TABLE " + quote(table)
                        + LeaseColumns.definition(this, "INTEGER", "VARCHAR2", "TIMESTAMP WITH TIME ZONE"));
    }

    /** By the server's clock: this one does not depend on the session. */
    @Override
    public String leaseTime() {
        return "SYSTIMESTAMP";
    }

    /** In the notation of ISO 8601, in which a decimal point is one whatever the session's settings are. */
    @Override
    public String leaseTimeAgo() {
        return "SYSTIMESTAMP - TO_DSINTERVAL('PT' || ? || 'S')";
    }

    @Override
    public SessionState captureSession(JdbcOperations jdbc) {
        Map<String, String> settings = new TreeMap<>();
        jdbc.query(
                "SELECT '" + SCHEMA + "', SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') FROM DUAL"
                        + " UNION ALL SELECT 'TIME_ZONE', SESSIONTIMEZONE FROM DUAL"
                        + " UNION ALL SELECT parameter, value FROM nls_session_parameters",
                row -> {
                    if (row.getString(2) != null) {
                        settings.put(row.getString(1), row.getString(2));
                    }
                });
        return new SessionState(settings);
    }

    @Override
    public void restoreSession(JdbcOperations jdbc, SessionState state) {
        // a language and a territory bring other settings along, which the second round sets right
        if (restored(jdbc, state)) {
            restored(jdbc, state);
        }
    }

    private boolean restored(JdbcOperations jdbc, SessionState state) {
        List<String> changes = new ArrayList<>();
        captureSession(jdbc).settings().forEach((name, value) -> {
            String before = state.settings().getOrDefault(name, value);
            if (!before.equals(value)) {
                changes.add(
                        name.equals(SCHEMA)
                                ? useSchema(before)
                                : "ALTER SESSION SET " + name + " = " + literal(before));
            }
        });
        changes.forEach(jdbc::execute);
        return !changes.isEmpty();
    }

    /** Its client has no variables that could be told what a setting was. */
    @Override
    public String rememberSession() {
        return "";
    }

    @Override
    public String recallSession(SessionState state, @Nullable String schema) {
        return "";
    }

    /** A transaction begins by itself; this says so without any other effect. */
    @Override
    public String beginTransaction() {
        return "SET TRANSACTION READ WRITE";
    }

    @Override
    public String literal(boolean truth) {
        return truth ? "1" : "0";
    }

    @Override
    public boolean emptyIsNull() {
        return true;
    }

    /** A unit of PL/SQL keeps its semicolon, and ends with a slash. */
    @Override
    public String inScript(String sql) {
        return sql.endsWith(";") ? sql + "\n/\n" : Dialect.super.inScript(sql);
    }

    @Override
    public @Nullable AdvisoryLock advisoryLock() {
        return null;
    }
}
