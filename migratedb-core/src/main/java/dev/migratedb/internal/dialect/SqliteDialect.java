package dev.migratedb.internal.dialect;

import dev.migratedb.internal.script.SqlSyntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * SQLite. It has no users and no locks but that of one writer at a time on the whole file, which ends with each transaction;
 * a lease does for the lock of a run. A schema is a database that was attached under that name. Errors have no SQLState: only
 * their messages tell what is missing.
 */
final class SqliteDialect implements Dialect {

    private static final String MAIN = "main";
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int CANNOT_OPEN = 14;
    private static final int PRIMARY_CODE = 0xFF;

    private static final Pattern NEAR = Pattern.compile("near \"(.+?)\": syntax error", Pattern.DOTALL);

    /** What a script may set for its connection, and the next one would inherit. */
    private static final List<String> PRAGMAS = List.of(
            "foreign_keys",
            "defer_foreign_keys",
            "ignore_check_constraints",
            "recursive_triggers",
            "legacy_alter_table",
            "synchronous",
            "busy_timeout",
            "writable_schema",
            "query_only",
            "read_uncommitted");

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.SQLITE;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public String sessionColumns() {
        return "'main' AS s, '' AS u, (SELECT file FROM pragma_database_list WHERE name = 'main') AS d";
    }

    @Override
    public @Nullable String schemaOfRow(String alias, String table) {
        return null;
    }

    @Override
    public boolean isMissingTable(SQLException failure, String table) {
        String message = String.valueOf(failure.getMessage());
        boolean named = message.endsWith(": " + table + ")") || message.endsWith("." + table + ")");
        return (message.contains("(no such table: ") && named) || message.contains("(unknown database ");
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("no such column: ");
    }

    @Override
    public boolean isBusy(SQLException failure) {
        int code = failure.getErrorCode() & PRIMARY_CODE;
        return code == BUSY || code == LOCKED;
    }

    @Override
    public boolean tableExists(JdbcOperations jdbc, TableName table) {
        return missingSchemas(jdbc, List.of(table.schema())).isEmpty()
                && !jdbc.queryForList(
                                "SELECT 1 FROM " + objects(table.schema())
                                        + " WHERE type IN ('table', 'view') AND name = ?",
                                table.table())
                        .isEmpty();
    }

    private String objects(String schema) {
        return quote(schema) + ".sqlite_master";
    }

    @Override
    public List<String> missingSchemas(JdbcOperations jdbc, List<String> schemas) {
        List<String> attached = jdbc.query("SELECT name FROM pragma_database_list", (row, number) -> row.getString(1));
        return schemas.stream().filter(schema -> !attached.contains(schema)).toList();
    }

    @Override
    public boolean isEmpty(JdbcOperations jdbc, String schema, Set<String> ignoredTables) {
        return cleanStatements(jdbc, schema, ignoredTables).isEmpty();
    }

    @Override
    public List<String> cleanStatements(JdbcOperations jdbc, String schema, Set<String> keptTables) {
        List<String> statements = new ArrayList<>();
        // triggers and indexes go with their tables, and the tables behind a virtual one go with that
        jdbc.query(
                "SELECT type, name FROM " + objects(schema) + " WHERE type IN ('table', 'view')"
                        + " AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
                        + " ORDER BY type = 'table', sql NOT LIKE 'CREATE VIRTUAL%', name",
                row -> {
                    String name = row.getString(2);
                    if (!keptTables.contains(name)) {
                        statements.add("DROP " + ("view".equals(row.getString(1)) ? "VIEW" : "TABLE") + " IF EXISTS "
                                + quote(schema) + "." + quote(name));
                    }
                });
        if (!statements.isEmpty()) {
            // a table goes with its rows, which others may refer to that go after it; ends with the transaction
            statements.add(0, "PRAGMA defer_foreign_keys = ON");
        }
        return statements;
    }

    @Override
    public String createSchema(String schema) {
        throw new InvalidDataAccessApiUsageException(
                "SQLite cannot create one, its schemas are the databases that a connection"
                        + " has attached: leave out 'migratedb.schemas' and 'migratedb.default-schema', or attach it with"
                        + " 'migratedb.init-sqls'");
    }

    @Override
    public String dropSchema(String schema) {
        return "DETACH DATABASE " + quote(schema);
    }

    @Override
    public List<String> createHistoryTable(TableName table, @Nullable String tablespace, List<String> firstRows) {
        List<String> statements = new ArrayList<>();
        String columns = HistoryColumns.definition(
                this, "TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now'))", "BOOLEAN");
        // an INTEGER as primary key would be another kind of key than Flyway's table has
        statements.add("CREATE TABLE " + quote(table) + " (\n" + columns.replace("INTEGER", "INT")
                + ",\n  PRIMARY KEY (\"installed_rank\")\n)");
        statements.add(createIndex(table));
        for (String row : firstRows) {
            statements.add("INSERT INTO " + quote(table) + " (" + HistoryColumns.all(this) + ") VALUES (" + row + ")");
        }
        return statements;
    }

    private String createIndex(TableName table) {
        return "CREATE INDEX " + quote(index(table)) + " ON " + quote(table.table()) + " (\"success\")";
    }

    private static TableName index(TableName table) {
        return table.withSuffix("_s_idx");
    }

    /** An index cannot be renamed. */
    @Override
    public List<String> renameHistoryTable(TableName table, String name) {
        return List.of(
                "ALTER TABLE " + quote(table) + " RENAME TO " + quote(name),
                "DROP INDEX IF EXISTS " + quote(index(table)),
                createIndex(new TableName(table.schema(), name)));
    }

    /** So that writing it does not change what the script is told of its own last row. */
    @Override
    public String createJournalTable(TableName table, @Nullable String tablespace) {
        return JournalColumns.createTable(this, table) + " WITHOUT ROWID";
    }

    /** A text in UTC, which the driver would take for one in the zone of the JVM; a number of milliseconds has no zone. */
    @Override
    public String moment(String column) {
        return "CAST((julianday(" + column + ") - 2440587.5) * 86400000.0 + 0.5 AS INTEGER)";
    }

    @Override
    public String leaseTime() {
        return "strftime('%Y-%m-%d %H:%M:%f', 'now')";
    }

    @Override
    public String leaseTimeAgo() {
        return "strftime('%Y-%m-%d %H:%M:%f', 'now', '-' || ? || ' seconds')";
    }

    @Override
    public boolean hasOneWriter() {
        return true;
    }

    @Override
    public String useSchema(String schema) {
        if (!schema.equalsIgnoreCase(MAIN)) {
            throw new InvalidDataAccessApiUsageException(
                    "on SQLite an unqualified name means a table of \"main\" first");
        }
        return "SELECT 1";
    }

    /** Only writing tells whether the file can be written, and its folder, which gets the journal. */
    @Override
    public @Nullable String readOnlyBecause(Connection connection, JdbcOperations jdbc) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                // to begin is no error: a database that cannot be written gets a transaction that can read
                statement.execute("PRAGMA main.user_version = 0");
            } finally {
                statement.execute("ROLLBACK");
            }
            return null;
        } catch (SQLException ex) {
            int code = ex.getErrorCode() & PRIMARY_CODE;
            if (code != READ_ONLY && code != CANNOT_OPEN) {
                // somebody else is writing, which tells enough; what else is wrong is told where it matters
                return null;
            }
            return "the file was opened for reading only, by 'open_mode', 'mode=ro' or 'query_only', or this user may not"
                    + " write it or its folder. Give migrations a URL without these, and the right to write.";
        }
    }

    @Override
    public SessionState captureSession(JdbcOperations jdbc) {
        Map<String, String> settings = new TreeMap<>();
        jdbc.query(settings(), row -> {
            if (row.getString(2) != null) {
                settings.put(row.getString(1), row.getString(2));
            }
        });
        return new SessionState(settings);
    }

    private static String settings() {
        return PRAGMAS.stream()
                .map(pragma -> "SELECT '" + pragma + "' AS name, (SELECT * FROM pragma_" + pragma + ") AS value")
                .collect(Collectors.joining("\nUNION ALL "));
    }

    @Override
    public void restoreSession(JdbcOperations jdbc, SessionState state) {
        captureSession(jdbc).settings().forEach((pragma, value) -> {
            String before = state.settings().getOrDefault(pragma, value);
            if (!before.equals(value)) {
                jdbc.execute("PRAGMA " + pragma + " = " + before);
            }
        });
    }

    @Override
    public String rememberSession() {
        return "DROP TABLE IF EXISTS temp.migratedb_session;\nCREATE TEMP TABLE migratedb_session AS\n" + settings()
                + ";\n";
    }

    /** No setting takes a value from a query, but the client can write statements into a file and read them. */
    @Override
    public String recallSession(SessionState state, @Nullable String schema) {
        return """
                .mode list
                .headers off
                .once migratedb-session.sql
                SELECT 'PRAGMA ' || s.name || ' = ' || s.value || ';' FROM temp.migratedb_session s JOIN (
                %s) n ON n.name = s.name AND n.value <> s.value;
                .read migratedb-session.sql
                """.formatted(settings());
    }

    @Override
    public @Nullable AdvisoryLock advisoryLock() {
        return null;
    }

    @Override
    public boolean isShared(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        boolean inMemory = url.equals("jdbc:sqlite:") || url.contains(":memory:") || url.contains("mode=memory");
        return !inMemory || url.contains("cache=shared");
    }

    /** The message tells the word at which it is wrong, which is a place only where the word stands once. */
    @Override
    public int errorOffset(SQLException failure, String sql) {
        Matcher near = NEAR.matcher(String.valueOf(failure.getMessage()));
        if (!near.find()) {
            return -1;
        }
        int offset = sql.indexOf(near.group(1));
        return sql.indexOf(near.group(1), offset + 1) < 0 ? offset : -1;
    }

    /** A transaction that was begun by a statement does not show in autocommit, but hinders another one. */
    @Override
    public boolean isTransactionOpen(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            return true;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("COMMIT");
            return false;
        } catch (SQLException ex) {
            if (String.valueOf(ex.getMessage()).contains("within a transaction")) {
                return true;
            }
            throw ex;
        }
    }

    /** The driver would begin one when autocommit is switched off, which fails where one was begun by a statement. */
    @Override
    public void rollbackLeftOver(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        } else if (isTransactionOpen(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ROLLBACK");
            }
        }
    }
}
