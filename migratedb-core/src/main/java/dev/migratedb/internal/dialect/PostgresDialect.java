package dev.migratedb.internal.dialect;

import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.SqlSyntax;
import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.jdbc.core.JdbcOperations;

/** PostgreSQL. */
class PostgresDialect implements Dialect {

    private static final Pattern LINE_OF_ANONYMOUS_BLOCK = Pattern.compile("inline_code_block line (\\d+)");
    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

    /** User and role do not show in pg_settings; what belongs to one transaction only ends by itself. */
    private static final String SESSION_SETTINGS = """
            SELECT 'session_authorization', session_user::text
            UNION ALL
            SELECT 'role', current_setting('role')
            UNION ALL
            SELECT name, setting FROM pg_catalog.pg_settings
            WHERE source = 'session' AND name NOT LIKE 'transaction%'
            """;

    /** Where a script keeps the settings in mind, the number of the session is of no use. */
    private static final String CAPTURED =
            SESSION_SETTINGS + "UNION ALL SELECT '" + PostgresBackends.NAME + "', pg_backend_pid()::text";

    private final Backends backends = new PostgresBackends(schema -> useSchema(schema, true));
    private final AdvisoryLock lock = PostgresAdvisoryLock.own();
    private final AdvisoryLock flywayLock = PostgresAdvisoryLock.ofFlyway(this::quote);
    private final TableLocks tableLocks = new PostgresTableLocks();

    /** Whether the server has said, when the client connected, that it is CockroachDB. */
    static boolean isCockroach(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                && connection.unwrap(PGConnection.class).getParameterStatus("crdb_version") != null;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.POSTGRESQL;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public String sessionColumns() {
        return "current_schema(), current_user, current_database()";
    }

    @Override
    public String schemaOfRow(String alias, String table) {
        return "(SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.oid = " + alias + ".tableoid)";
    }

    @Override
    public boolean isMissingTable(SQLException failure, String table) {
        return Set.of("42P01", "3F000").contains(String.valueOf(failure.getSQLState()));
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return "42703".equals(failure.getSQLState());
    }

    @Override
    public boolean tableExists(JdbcOperations jdbc, TableName table) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT to_regclass(?) IS NOT NULL", Boolean.class, quote(table)));
    }

    @Override
    public List<String> missingSchemas(JdbcOperations jdbc, List<String> schemas) {
        List<String> existing = jdbc.query(
                "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (?)",
                (row, number) -> row.getString(1),
                (Object) schemas.toArray(String[]::new));
        return schemas.stream().filter(schema -> !existing.contains(schema)).toList();
    }

    @Override
    public boolean isEmpty(JdbcOperations jdbc, String schema, Set<String> ignoredTables) {
        // an extension's objects depend on it by 'e'; types and indexes of tables come with their tables
        String sql = """
                SELECT NOT EXISTS (
                  SELECT 1 FROM (
                    SELECT c.oid, c.tableoid, c.relnamespace AS namespace, c.relname AS name
                      FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
                    UNION ALL
                    SELECT p.oid, p.tableoid, p.pronamespace, p.proname::text FROM pg_catalog.pg_proc p
                    UNION ALL
                    SELECT t.oid, t.tableoid, t.typnamespace, t.typname::text
                      FROM pg_catalog.pg_type t WHERE t.typtype IN ('e', 'd', 'r')
                  ) o
                  JOIN pg_catalog.pg_namespace n ON n.oid = o.namespace
                  WHERE n.nspname = ?
                    AND NOT (o.name = ANY (?))
                    AND NOT EXISTS (
                      SELECT 1 FROM pg_catalog.pg_depend d
                      WHERE d.objid = o.oid AND d.classid = o.tableoid AND d.deptype = 'e'))
                """;
        return Boolean.TRUE.equals(
                jdbc.queryForObject(sql, Boolean.class, schema, ignoredTables.toArray(String[]::new)));
    }

    @Override
    public List<String> cleanStatements(JdbcOperations jdbc, String schema, Set<String> keptTables) {
        // what depends on the schema itself stands for its own; what something else brings along ('i': the sequence of
        // an
        // identity column, the constructor of a range type) goes with that, what an extension brings along ('e') stays
        String sql = """
                SELECT 'DROP ' || o.kind || ' IF EXISTS ' || o.identity || ' CASCADE'
                FROM (
                  SELECT CASE i.type
                           WHEN 'function' THEN 'ROUTINE'
                           WHEN 'procedure' THEN 'ROUTINE'
                           WHEN 'aggregate' THEN 'ROUTINE'
                           WHEN 'statistics object' THEN 'STATISTICS'
                           ELSE upper(i.type)
                         END AS kind, i.identity, c.relname AS name, d.classid, d.objid
                  FROM pg_catalog.pg_depend d
                  JOIN pg_catalog.pg_namespace n ON n.oid = d.refobjid
                  CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classid, d.objid, d.objsubid) i
                  LEFT JOIN pg_catalog.pg_class c
                    ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = d.objid
                  WHERE d.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND d.deptype = 'n'
                    AND n.nspname = ?
                    AND i.identity IS NOT NULL
                    AND d.classid NOT IN ('pg_catalog.pg_extension'::pg_catalog.regclass)
                    AND NOT EXISTS (
                      SELECT 1 FROM pg_catalog.pg_depend b
                      WHERE b.classid = d.classid AND b.objid = d.objid AND b.objsubid = 0
                        AND b.deptype IN ('i', 'e'))
                ) o
                WHERE o.kind <> 'TABLE' OR NOT (o.name = ANY (?))
                ORDER BY o.classid <> 'pg_catalog.pg_class'::pg_catalog.regclass, o.classid, o.objid
                """;
        return jdbc.query(sql, (row, number) -> row.getString(1), schema, keptTables.toArray(String[]::new));
    }

    @Override
    public String dropSchema(String schema) {
        return "DROP SCHEMA " + quote(schema) + " CASCADE";
    }

    @Override
    public List<String> createHistoryTable(TableName table, @Nullable String tablespace, List<String> firstRows) {
        String space = tablespace == null ? "" : " TABLESPACE " + quote(tablespace);
        String indexSpace = tablespace == null ? "" : " USING INDEX" + space;
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + quote(table) + " (\n"
                + HistoryColumns.definition(this, "TIMESTAMP DEFAULT now() NOT NULL", "BOOLEAN") + ",\n"
                + "  CONSTRAINT " + quote(table.table() + "_pk") + " PRIMARY KEY (\"installed_rank\")" + indexSpace
                + "\n)" + space);
        statements.add(
                "CREATE INDEX " + quote(table.table() + "_s_idx") + " ON " + quote(table) + " (\"success\")" + space);
        for (String row : firstRows) {
            statements.add("INSERT INTO " + quote(table) + " (" + HistoryColumns.all(this) + ") VALUES (" + row + ")");
        }
        return statements;
    }

    @Override
    public String createJournalTable(TableName table, @Nullable String tablespace) {
        return JournalColumns.createTable(this, table) + (tablespace == null ? "" : " TABLESPACE " + quote(tablespace));
    }

    @Override
    public List<String> renameHistoryTable(TableName table, String name) {
        // a constraint goes by the name of its index
        return List.of(
                "ALTER TABLE " + quote(table) + " RENAME TO " + quote(name),
                "ALTER INDEX IF EXISTS " + quote(table.withSuffix("_pk")) + " RENAME TO " + quote(name + "_pk"),
                "ALTER INDEX IF EXISTS " + quote(table.withSuffix("_s_idx")) + " RENAME TO " + quote(name + "_s_idx"));
    }

    /** Not that of the begin of the transaction. */
    @Override
    public String leaseTime() {
        return "clock_timestamp()";
    }

    @Override
    public String leaseTimeAgo() {
        return "clock_timestamp() - CAST(? || ' seconds' AS INTERVAL)";
    }

    @Override
    public String keepingRow() {
        return " FOR UPDATE";
    }

    @Override
    public String useSchema(String schema) {
        return useSchema(schema, false);
    }

    private String useSchema(String schema, boolean untilTransactionEnds) {
        return "SELECT set_config('search_path', " + literal(quote(schema))
                + " || CASE current_setting('search_path') WHEN '' THEN '' ELSE ', ' END"
                + " || current_setting('search_path'), " + untilTransactionEnds + ")";
    }

    @Override
    public Optional<Backends> backends() {
        return Optional.of(backends);
    }

    @Override
    public @Nullable String readOnlyBecause(Connection connection, JdbcOperations jdbc) throws SQLException {
        return PostgresReadOnly.because(connection, jdbc);
    }

    @Override
    public void cancelRunning(Connection connection) throws SQLException {
        if (connection.isWrapperFor(PGConnection.class)) {
            connection.unwrap(PGConnection.class).cancelQuery();
        }
    }

    @Override
    public String takeRole(String role) {
        return "SET ROLE " + quote(role);
    }

    @Override
    public SessionState captureSession(JdbcOperations jdbc) {
        Map<String, String> settings = new TreeMap<>();
        jdbc.query(CAPTURED, row -> {
            settings.put(row.getString(1), Objects.requireNonNullElse(row.getString(2), ""));
        });
        return new SessionState(settings);
    }

    @Override
    public void restoreSession(JdbcOperations jdbc, SessionState state) {
        List<Map.Entry<String, String>> settings = List.copyOf(state.settings().entrySet());
        jdbc.query(
                restoring("SELECT * FROM unnest(?::text[], ?::text[]) AS s (name, setting)"),
                row -> {},
                settings.stream().map(Map.Entry::getKey).toArray(String[]::new),
                settings.stream().map(Map.Entry::getValue).toArray(String[]::new));
    }

    /** A variable of psql, since RESET ALL and DISCARD ALL take back everything that the session knows. */
    @Override
    public String rememberSession() {
        return "SELECT jsonb_object_agg(name, setting) AS migratedb_session FROM (\n" + SESSION_SETTINGS
                + ") s (name, setting) \\gset\n";
    }

    @Override
    public String recallSession(SessionState state, @Nullable String schema) {
        return restoring("SELECT key AS name, value AS setting FROM jsonb_each_text(:'migratedb_session')")
                        .stripTrailing()
                + ";\n";
    }

    /** Brings back the saved settings, of which a select tells name and value, and resets those that were not set then. */
    private static String restoring(String saved) {
        return "WITH saved AS (" + saved + """
                ),
                changed AS (
                  SELECT 0 AS step, name, setting FROM saved
                  WHERE name = 'session_authorization' AND setting <> session_user
                  UNION ALL
                  SELECT 1, name, setting FROM saved
                  WHERE name = 'role' AND (setting <> current_setting('role') OR EXISTS (
                    SELECT 1 FROM saved WHERE name = 'session_authorization' AND setting <> session_user))
                  UNION ALL
                  SELECT 2, p.name, coalesce(saved.setting, p.reset_val)
                  FROM pg_catalog.pg_settings p LEFT JOIN saved ON saved.name = p.name
                  WHERE (p.source = 'session' OR saved.name IS NOT NULL)
                    AND p.name NOT LIKE 'transaction%'
                    AND p.setting IS DISTINCT FROM coalesce(saved.setting, p.reset_val)
                  ORDER BY step)
                SELECT set_config(name, setting, false) FROM changed
                """;
    }

    @Override
    public Optional<TableLocks> tableLocks() {
        return Optional.of(tableLocks);
    }

    @Override
    public boolean mayLeaveInvalidIndex(SqlStatement statement) {
        return PostgresInvalidIndexes.mayComeFrom(statement);
    }

    @Override
    public Optional<String> dropInvalidIndex(JdbcOperations jdbc, @Nullable String schema, String index) {
        return PostgresInvalidIndexes.drop(jdbc, schema, index);
    }

    @Override
    public @Nullable AdvisoryLock advisoryLock() {
        return lock;
    }

    @Override
    public @Nullable AdvisoryLock flywayLock() {
        return flywayLock;
    }

    @Override
    public int errorOffset(SQLException failure, String sql) {
        if (!(failure instanceof PSQLException postgres)) {
            return -1;
        }
        ServerErrorMessage message = postgres.getServerErrorMessage();
        if (message == null) {
            return -1;
        }
        if (message.getPosition() > 0) {
            return sql.offsetByCodePoints(0, Math.min(message.getPosition() - 1, sql.codePointCount(0, sql.length())));
        }
        return offsetInAnonymousBlock(message.getWhere(), sql);
    }

    /** An error inside of DO tells only the line within the quoted body, whose first line is that of the opening quote. */
    private static int offsetInAnonymousBlock(@Nullable String where, String sql) {
        Matcher line = LINE_OF_ANONYMOUS_BLOCK.matcher(where == null ? "" : where);
        Matcher body = DOLLAR_QUOTE.matcher(sql);
        if (!line.find() || !body.find()) {
            return -1;
        }
        int offset = body.end();
        for (int i = 1; i < Integer.parseInt(line.group(1)); i++) {
            offset = sql.indexOf('\n', offset) + 1;
            if (offset == 0) {
                return -1;
            }
        }
        while (offset < sql.length() && (sql.charAt(offset) == ' ' || sql.charAt(offset) == '\t')) {
            offset++;
        }
        return offset;
    }

    @Override
    public boolean batches() {
        return true;
    }

    @Override
    public boolean errorEndsTransaction() {
        return true;
    }

    @Override
    public boolean isTransactionFailed(Connection connection) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
    }

    /** A transaction that was begun by a statement does not show in autocommit. */
    @Override
    public boolean isTransactionOpen(Connection connection) throws SQLException {
        return !connection.getAutoCommit()
                || (connection.isWrapperFor(BaseConnection.class)
                        && connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE);
    }

    @Override
    public long copyIn(Connection connection, String sql, Reader data) throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, data);
    }
}
