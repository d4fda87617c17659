package dev.migratedb.internal.dialect;

import dev.migratedb.internal.script.SqlSyntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * SQL Server. Its DDL takes part in transactions, its locks of applications belong to a session. Which schema an unqualified
 * name means is a matter of the user, not of the session.
 */
final class SqlServerDialect implements Dialect {

    private static final int INVALID_COLUMN = 207;
    private static final int INVALID_OBJECT = 208;

    /** Each with the statement that sets it. A language brings its own dates along. */
    private static final String SETTINGS = """
            SELECT v.name, v.statement FROM sys.dm_exec_sessions s CROSS APPLY (VALUES
              ('database', 'USE ' + QUOTENAME(DB_NAME()) COLLATE DATABASE_DEFAULT),
              ('language', 'SET LANGUAGE N' + QUOTENAME(s.language, '''') COLLATE DATABASE_DEFAULT
                + '; SET DATEFORMAT ' + s.date_format COLLATE DATABASE_DEFAULT
                + '; SET DATEFIRST ' + CAST(s.date_first AS VARCHAR(2))),
              ('lock timeout', 'SET LOCK_TIMEOUT ' + CAST(s.lock_timeout AS VARCHAR(11))),
              ('deadlock priority', 'SET DEADLOCK_PRIORITY ' + CAST(s.deadlock_priority AS VARCHAR(3))),
              ('text size', 'SET TEXTSIZE ' + CAST(s.text_size AS VARCHAR(11))),
              ('isolation', 'SET TRANSACTION ISOLATION LEVEL ' + CASE s.transaction_isolation_level
                WHEN 1 THEN 'READ UNCOMMITTED' WHEN 3 THEN 'REPEATABLE READ' WHEN 4 THEN 'SERIALIZABLE'
                WHEN 5 THEN 'SNAPSHOT' ELSE 'READ COMMITTED' END),
              ('quoted identifier', 'SET QUOTED_IDENTIFIER ' + CASE s.quoted_identifier WHEN 1 THEN 'ON' ELSE 'OFF' END),
              ('ansi nulls', 'SET ANSI_NULLS ' + CASE s.ansi_nulls WHEN 1 THEN 'ON' ELSE 'OFF' END),
              ('ansi padding', 'SET ANSI_PADDING ' + CASE s.ansi_padding WHEN 1 THEN 'ON' ELSE 'OFF' END),
              ('ansi warnings', 'SET ANSI_WARNINGS ' + CASE s.ansi_warnings WHEN 1 THEN 'ON' ELSE 'OFF' END),
              ('arithabort', 'SET ARITHABORT ' + CASE s.arithabort WHEN 1 THEN 'ON' ELSE 'OFF' END),
              ('concatenation', 'SET CONCAT_NULL_YIELDS_NULL '
                + CASE s.concat_null_yields_null WHEN 1 THEN 'ON' ELSE 'OFF' END),
              ('nocount', 'SET NOCOUNT ' + CASE @@OPTIONS & 512 WHEN 0 THEN 'OFF' ELSE 'ON' END),
              ('xact abort', 'SET XACT_ABORT ' + CASE @@OPTIONS & 16384 WHEN 0 THEN 'OFF' ELSE 'ON' END)
            ) v (name, statement) WHERE s.session_id = @@SPID
            """;

    private final AdvisoryLock lock = SqlServerAppLock.own(this);
    private final AdvisoryLock flywayLock = SqlServerAppLock.ofFlyway(this);

    @Override
    public String name() {
        return "Microsoft SQL Server";
    }

    @Override
    public String vendor() {
        return "sqlserver";
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.SQLSERVER;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public String quote(String identifier) {
        return '[' + identifier.replace("]", "]]") + ']';
    }

    @Override
    public String sessionColumns() {
        return "SCHEMA_NAME() AS s, SUSER_SNAME() AS u, DB_NAME() AS d";
    }

    /** A name that the user's own schema does not have is looked for in dbo. */
    @Override
    public String schemaOfRow(String alias, String table) {
        return "OBJECT_SCHEMA_NAME(OBJECT_ID(" + literal(quote(table)) + "))";
    }

    @Override
    public boolean isMissingTable(SQLException failure, String table) {
        return failure.getErrorCode() == INVALID_OBJECT
                && String.valueOf(failure.getMessage()).contains(table);
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return failure.getErrorCode() == INVALID_COLUMN;
    }

    @Override
    public boolean tableExists(JdbcOperations jdbc, TableName table) {
        return !jdbc.queryForList(
                        "SELECT 1 AS one FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
                        table.schema(),
                        table.table())
                .isEmpty();
    }

    /** Asked one by one, since the database knows whether its names have a case. */
    @Override
    public List<String> missingSchemas(JdbcOperations jdbc, List<String> schemas) {
        return schemas.stream()
                .filter(schema -> jdbc.queryForObject("SELECT SCHEMA_ID(?)", Integer.class, schema) == null)
                .toList();
    }

    @Override
    public boolean isEmpty(JdbcOperations jdbc, String schema, Set<String> ignoredTables) {
        return cleanStatements(jdbc, schema, ignoredTables).isEmpty();
    }

    @Override
    public List<String> cleanStatements(JdbcOperations jdbc, String schema, Set<String> keptTables) {
        return SqlServerObjects.drops(jdbc, schema, keptTables);
    }

    /** The statement must be alone in its batch, so it gets one of its own. */
    @Override
    public String createSchema(String schema) {
        return "IF SCHEMA_ID(" + literal(schema) + ") IS NULL EXEC(" + literal("CREATE SCHEMA " + quote(schema)) + ")";
    }

    @Override
    public String dropSchema(String schema) {
        return "DROP SCHEMA " + quote(schema);
    }

    @Override
    public List<String> createHistoryTable(TableName table, @Nullable String tablespace, List<String> firstRows) {
        List<String> statements = new ArrayList<>();
        // Flyway's descriptions may be null, and its rows are copied
        statements.add("CREATE TABLE " + quote(table) + " (\n"
                + HistoryColumns.definition(this, "NVARCHAR", "DATETIME NOT NULL DEFAULT GETDATE()", "BIT")
                        .replace("[description] NVARCHAR(200) NOT NULL", "[description] NVARCHAR(200)")
                + "\n)" + (tablespace == null ? "" : " ON " + quote(tablespace)));
        statements.add("ALTER TABLE " + quote(table) + " ADD CONSTRAINT " + quote(table.table() + "_pk")
                + " PRIMARY KEY ([installed_rank])");
        statements.add("CREATE INDEX " + quote(table.table() + "_s_idx") + " ON " + quote(table) + " ([success])");
        for (String row : firstRows) {
            statements.add("INSERT INTO " + quote(table) + " (" + HistoryColumns.all(this) + ") VALUES (" + row + ")");
        }
        return statements;
    }

    /** Names of indexes are those of a table, names of constraints those of a schema. */
    @Override
    public List<String> renameHistoryTable(TableName table, String name) {
        String primaryKey = quote(new TableName(table.schema(), table.table() + "_pk"));
        return List.of(
                "EXEC sp_rename " + literal(quote(table)) + ", " + literal(name),
                "IF OBJECT_ID(" + literal(primaryKey) + ") IS NOT NULL EXEC sp_rename " + literal(primaryKey) + ", "
                        + literal(name + "_pk") + ", N'OBJECT'");
    }

    @Override
    public String createLeaseTable(TableName table) {
        return "IF OBJECT_ID(" + literal(quote(table)) + ") IS NULL CREATE TABLE " + quote(table)
                + LeaseColumns.definition(this, "BIGINT", "NVARCHAR", "DATETIMEOFFSET");
    }

    @Override
    public String parameter(String type) {
        return Dialect.super.parameter(type.replace("VARCHAR", "NVARCHAR"));
    }

    @Override
    public String leaseTime() {
        return "SYSDATETIMEOFFSET()";
    }

    @Override
    public String leaseTimeAgo() {
        return "DATEADD(MILLISECOND, -1000 * CAST(? AS DECIMAL(12, 3)), SYSDATETIMEOFFSET())";
    }

    @Override
    public String useSchema(String schema) {
        return "IF SCHEMA_NAME() <> " + literal(schema)
                + " RAISERROR(N'On SQL Server an unqualified name means a table of the default schema of the user, which no"
                + " session can change. An administrator can: ALTER USER ... WITH DEFAULT_SCHEMA = %s', 16, 1, "
                + literal(quote(schema)) + ")";
    }

    /** It is the server's time, without a zone. Whether that had summer time then, the server does not say. */
    @Override
    public String moment(String column) {
        return "TODATETIMEOFFSET(" + column + ", DATEPART(TZOFFSET, SYSDATETIMEOFFSET()))";
    }

    @Override
    public SessionState captureSession(JdbcOperations jdbc) {
        Map<String, String> settings = new TreeMap<>();
        jdbc.query(SETTINGS, row -> {
            settings.put(row.getString(1), row.getString(2));
        });
        return new SessionState(settings);
    }

    @Override
    public void restoreSession(JdbcOperations jdbc, SessionState state) {
        captureSession(jdbc).settings().forEach((name, statement) -> {
            String before = state.settings().getOrDefault(name, statement);
            if (!before.equals(statement)) {
                jdbc.execute(before);
            }
        });
    }

    /** A variable ends with its batch. */
    @Override
    public String rememberSession() {
        return "";
    }

    @Override
    public String recallSession(SessionState state, @Nullable String schema) {
        return "";
    }

    @Override
    public String beginTransaction() {
        return "BEGIN TRANSACTION";
    }

    @Override
    public String literal(String text) {
        return "N" + Dialect.super.literal(text);
    }

    @Override
    public String literal(boolean truth) {
        return truth ? "1" : "0";
    }

    @Override
    public String inScript(String sql) {
        return sql + "\nGO\n";
    }

    @Override
    public AdvisoryLock advisoryLock() {
        return lock;
    }

    @Override
    public AdvisoryLock flywayLock() {
        return flywayLock;
    }

    /** A transaction that was begun by a statement does not show in autocommit. */
    @Override
    public boolean isTransactionOpen(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            return true;
        }
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT @@TRANCOUNT")) {
            return count.next() && count.getInt(1) > 0;
        }
    }
}
