package dev.migratedb.internal.dialect;

import dev.migratedb.internal.script.SqlSyntax;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** MySQL. What it calls a database is a schema here, its DDL commits, and its named locks belong to a session. */
class MysqlDialect implements Dialect {

    private static final int UNKNOWN_DATABASE = 1049;
    private static final int NO_DATABASE_CHOSEN = 1046;
    private static final int NO_SUCH_COLUMN = 1054;
    private static final int NO_SUCH_TABLE = 1146;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int TRANSACTION_IN_PROGRESS = 1568;

    private static final Pattern NEAR = Pattern.compile("near '(.*)' at line (\\d+)", Pattern.DOTALL);

    private final MysqlSession session = new MysqlSession(this);
    private final AdvisoryLock lock = MysqlNamedLock.own(this::quote);
    private final AdvisoryLock flywayLock = MysqlNamedLock.ofFlyway(this::quote);
    private final TableLocks tableLocks = new MysqlTableLocks(true);

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.MYSQL;
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    public String sessionColumns() {
        return "DATABASE() AS s, SUBSTRING_INDEX(USER(), '@', 1) AS u, DATABASE() AS d";
    }

    @Override
    public @Nullable String schemaOfRow(String alias, String table) {
        return null;
    }

    @Override
    public boolean isMissingTable(SQLException failure, String table) {
        return Set.of(NO_SUCH_TABLE, UNKNOWN_DATABASE, NO_DATABASE_CHOSEN).contains(failure.getErrorCode());
    }

    /** A transaction that has written under a lease keeps its row from others until it ends. */
    @Override
    public boolean isBusy(SQLException failure) {
        return Set.of(LOCK_WAIT_TIMEOUT, DEADLOCK).contains(failure.getErrorCode());
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return failure.getErrorCode() == NO_SUCH_COLUMN;
    }

    @Override
    public boolean tableExists(JdbcOperations jdbc, TableName table) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?",
                        table.schema(),
                        table.table())
                .isEmpty();
    }

    @Override
    public List<String> missingSchemas(JdbcOperations jdbc, List<String> schemas) {
        List<String> existing =
                jdbc.query("SELECT schema_name FROM information_schema.schemata", (row, number) -> row.getString(1));
        return schemas.stream().filter(schema -> !existing.contains(schema)).toList();
    }

    @Override
    public boolean isEmpty(JdbcOperations jdbc, String schema, Set<String> ignoredTables) {
        return cleanStatements(jdbc, schema, ignoredTables).isEmpty();
    }

    @Override
    public List<String> cleanStatements(JdbcOperations jdbc, String schema, Set<String> keptTables) {
        List<String> statements = new ArrayList<>();
        // triggers and indexes go with their tables
        jdbc.query(
                """
                SELECT 1 AS step, 'EVENT' AS kind, event_name AS name FROM information_schema.events WHERE event_schema = ?
                UNION ALL
                SELECT 2, 'VIEW', table_name FROM information_schema.views WHERE table_schema = ?
                UNION ALL
                SELECT CASE table_type WHEN 'SEQUENCE' THEN 4 ELSE 3 END,
                    CASE table_type WHEN 'SEQUENCE' THEN 'SEQUENCE' ELSE 'TABLE' END, table_name
                  FROM information_schema.tables WHERE table_schema = ? AND table_type NOT LIKE '%VIEW'
                UNION ALL
                SELECT CASE routine_type WHEN 'PACKAGE' THEN 6 ELSE 5 END, routine_type, routine_name
                  FROM information_schema.routines WHERE routine_schema = ? AND routine_type <> 'PACKAGE BODY'
                ORDER BY 1, 3
                """,
                row -> {
                    String name = row.getString(3);
                    if (!keptTables.contains(name)) {
                        statements.add("DROP " + row.getString(2) + " IF EXISTS " + quote(schema) + "." + quote(name));
                    }
                },
                schema,
                schema,
                schema,
                schema);
        if (statements.stream().anyMatch(statement -> statement.startsWith("DROP TABLE "))) {
            // tables refer to each other, in any order
            statements.add(0, "SET foreign_key_checks = 0");
            statements.add("SET foreign_key_checks = 1");
        }
        return statements;
    }

    @Override
    public String dropSchema(String schema) {
        return "DROP SCHEMA " + quote(schema);
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
        // one statement makes the table, its index and its first rows, since there is no transaction that could
        return List.of("CREATE TABLE " + quote(table) + " (\n"
                + HistoryColumns.definition(this, "TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL", "BOOL") + ",\n"
                + "  CONSTRAINT " + quote(table.table() + "_pk") + " PRIMARY KEY (`installed_rank`),\n"
                + "  INDEX " + quote(table.table() + "_s_idx") + " (`success`)\n)"
                + (tablespace == null ? "" : " TABLESPACE " + quote(tablespace))
                + (query.isEmpty() ? "" : " AS " + HistoryColumns.named(this, query)));
    }

    @Override
    public String fromNothing() {
        return " FROM DUAL";
    }

    @Override
    public String createLeaseTable(TableName table) {
        return "CREATE TABLE IF NOT EXISTS " + quote(table)
                + LeaseColumns.definition(this, "BIGINT", "VARCHAR", "DATETIME(6)");
    }

    /** It knows the type of each, and has no name for all types of columns in a CAST. */
    @Override
    public String parameter(String type) {
        return "?";
    }

    /** Whatever the time zone of the session is. */
    @Override
    public String leaseTime() {
        return "UTC_TIMESTAMP(6)";
    }

    @Override
    public String leaseTimeAgo() {
        return "UTC_TIMESTAMP(6) - INTERVAL ? SECOND";
    }

    @Override
    public String createJournalTable(TableName table, @Nullable String tablespace) {
        return JournalColumns.createTable(this, table) + " CHARACTER SET ascii COLLATE ascii_bin"
                + (tablespace == null ? "" : " TABLESPACE " + quote(tablespace));
    }

    @Override
    public boolean locksOthersOut() {
        return true;
    }

    @Override
    public String useSchema(String schema) {
        return "USE " + quote(schema);
    }

    @Override
    public @Nullable String readOnlyBecause(Connection connection, JdbcOperations jdbc) throws SQLException {
        return new MysqlReadOnly(jdbc, sessionVariables(), connection.isReadOnly()).because();
    }

    @Override
    public @Nullable String outlastsRollback(JdbcOperations jdbc) {
        return MysqlEngines.withoutTransactions(jdbc);
    }

    @Override
    public String takeRole(String role) {
        return "SET ROLE " + quote(role);
    }

    @Override
    public SessionState captureSession(JdbcOperations jdbc) {
        return session.capture(jdbc);
    }

    /** The table of the variables of the session. */
    String sessionVariables() {
        return "performance_schema.session_variables";
    }

    /** The table of the variables that scripts have set, with a condition for those of this session. */
    String userVariables() {
        return "performance_schema.user_variables_by_thread WHERE thread_id ="
                + " (SELECT thread_id FROM performance_schema.threads WHERE processlist_id = CONNECTION_ID())";
    }

    @Override
    public void restoreSession(JdbcOperations jdbc, SessionState state) {
        session.restore(jdbc, state);
    }

    @Override
    public String rememberSession() {
        return session.remember();
    }

    @Override
    public String recallSession(SessionState state, @Nullable String schema) {
        return session.recall(state, schema);
    }

    /** Its client takes every delimiter for the end, but for those in quotes and comments. */
    @Override
    public String inScript(String sql) {
        if (sql.indexOf(';') < 0) {
            return Dialect.super.inScript(sql);
        }
        StringBuilder delimiter = new StringBuilder("//");
        while (sql.contains(delimiter)) {
            delimiter.append('/');
        }
        return "DELIMITER " + delimiter + "\n" + sql + "\n" + delimiter + "\nDELIMITER ;\n";
    }

    /** A backslash hides what follows it, but not in every mode, so a text has none of them as such. */
    @Override
    public String literal(String text) {
        if (text.indexOf('\\') < 0) {
            return Dialect.super.literal(text);
        }
        return "CONVERT(0x" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + " USING utf8mb4)";
    }

    @Override
    public Optional<TableLocks> tableLocks() {
        return Optional.of(tableLocks);
    }

    @Override
    public AdvisoryLock advisoryLock() {
        return lock;
    }

    @Override
    public AdvisoryLock flywayLock() {
        return flywayLock;
    }

    /** The message quotes what follows the place, and tells the line. */
    @Override
    public int errorOffset(SQLException failure, String sql) {
        Matcher near = NEAR.matcher(String.valueOf(failure.getMessage()));
        if (!near.find()) {
            return -1;
        }
        int line = 0;
        for (int i = 1; i < Integer.parseInt(near.group(2)); i++) {
            line = sql.indexOf('\n', line) + 1;
        }
        return near.group(1).isEmpty() ? -1 : sql.indexOf(near.group(1), line);
    }

    /** A transaction that was begun by a statement does not show in autocommit, but the next one cannot be told what to be. */
    @Override
    public boolean isTransactionOpen(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            return true;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION READ WRITE");
            return false;
        } catch (SQLException ex) {
            if (ex.getErrorCode() == TRANSACTION_IN_PROGRESS) {
                return true;
            }
            throw ex;
        }
    }
}
