package dev.migratedb.internal.dialect;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * CockroachDB. Its functions for advisory locks do nothing and say that they have locked. A schema change that fails when its
 * transaction is committed leaves the rest of it committed. Its catalog does not tell which settings were set in the session, nor
 * what depends on what.
 */
final class CockroachDialect extends DistributedPostgres {

    /** What scripts set, of what can be set in a session. */
    private static final String SESSION_SETTINGS = """
            SELECT 'role' AS name, current_setting('role', true) AS setting
            UNION ALL
            SELECT lower(name), setting FROM pg_catalog.pg_settings
            WHERE lower(name) IN ('search_path', 'timezone', 'datestyle', 'intervalstyle', 'extra_float_digits',
              'application_name', 'client_min_messages', 'statement_timeout', 'lock_timeout',
              'idle_in_transaction_session_timeout', 'default_transaction_isolation', 'default_transaction_read_only')
            """;

    /** Views stand before what they are made of, types behind what has columns of them. */
    private static final String OBJECTS = """
            SELECT 1 AS step, 'MATERIALIZED VIEW' AS kind, c.relname::text AS name, '' AS arguments, n.nspname::text AS namespace
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'm'
            UNION ALL
            SELECT 2, 'VIEW', c.relname::text, '', n.nspname::text
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'v'
            UNION ALL
            SELECT 3, 'TABLE', c.relname::text, '', n.nspname::text
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p')
            UNION ALL
            SELECT 4, 'SEQUENCE', c.relname::text, '', n.nspname::text
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'S'
            UNION ALL
            SELECT 5, CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, p.proname::text,
                '(' || pg_get_function_identity_arguments(p.oid) || ')', n.nspname::text
              FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            UNION ALL
            SELECT 6, 'TYPE', t.typname::text, '', n.nspname::text
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e'
            """;

    @Override
    public String name() {
        return "CockroachDB";
    }

    @Override
    public boolean isEmpty(JdbcOperations jdbc, String schema, Set<String> ignoredTables) {
        return cleanStatements(jdbc, schema, ignoredTables).isEmpty();
    }

    /** Routines and types go when nothing uses them any more: there is no CASCADE for them. */
    @Override
    public List<String> cleanStatements(JdbcOperations jdbc, String schema, Set<String> keptTables) {
        return jdbc.query(
                "SELECT step, kind, name, arguments FROM (\n" + OBJECTS + ") o\n"
                        + "WHERE namespace = ? AND NOT (kind = 'TABLE' AND name = ANY (?)) ORDER BY step, name",
                (row, number) -> "DROP " + row.getString("kind") + " IF EXISTS " + quote(schema) + "."
                        + quote(row.getString("name")) + row.getString("arguments")
                        + (row.getInt("step") < 5 ? " CASCADE" : ""),
                schema,
                keptTables.toArray(String[]::new));
    }

    /** Primary keys and indexes are renamed by their tables. */
    @Override
    public List<String> renameHistoryTable(TableName table, String name) {
        TableName renamed = new TableName(table.schema(), name);
        return List.of(
                "ALTER TABLE " + quote(table) + " RENAME TO " + quote(name),
                "ALTER TABLE " + quote(renamed) + " RENAME CONSTRAINT " + quote(table.table() + "_pk") + " TO "
                        + quote(name + "_pk"),
                "ALTER INDEX IF EXISTS " + quote(table.withSuffix("_s_idx")) + " RENAME TO " + quote(name + "_s_idx"));
    }

    /** There are no replicas that only read. */
    @Override
    public @Nullable String readOnlyBecause(Connection connection, JdbcOperations jdbc) {
        String setting = jdbc.queryForObject("SELECT current_setting('default_transaction_read_only')", String.class);
        return "on".equals(setting) ? PostgresReadOnly.SETTING : null;
    }

    @Override
    public SessionState captureSession(JdbcOperations jdbc) {
        Map<String, String> settings = new TreeMap<>();
        jdbc.query(SESSION_SETTINGS, row -> {
            settings.put(row.getString(1), Objects.requireNonNullElse(row.getString(2), ""));
        });
        return new SessionState(settings);
    }

    @Override
    public void restoreSession(JdbcOperations jdbc, SessionState state) {
        Map<String, String> now = captureSession(jdbc).settings();
        state.settings().forEach((name, setting) -> {
            if (!setting.equals(now.get(name))) {
                jdbc.query("SELECT set_config(?, ?, false)", row -> {}, name, setting);
            }
        });
    }

    @Override
    public String rememberSession() {
        return "SELECT json_object_agg(name, setting) AS migratedb_session FROM (\n" + SESSION_SETTINGS
                + ") s (name, setting) \\gset\n";
    }

    @Override
    public String recallSession(SessionState state, @Nullable String schema) {
        return """
                SELECT set_config('role', :'migratedb_session'::json ->> 'role', false);
                SELECT set_config(s.key, s.value, false) FROM json_each_text(:'migratedb_session') s
                JOIN pg_catalog.pg_settings p ON lower(p.name) = s.key WHERE p.setting <> s.value;
                """;
    }
}
