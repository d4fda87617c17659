package dev.migratedb.internal.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.JdbcOperations;

/** What MySQL and MariaDB keep of a session, and how it is brought back. */
final class MysqlSession {

    private static final Logger LOG = LoggerFactory.getLogger(MysqlSession.class);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String SCHEMA = "@schema";
    private static final String ROLE = "@role";
    private static final String NO_ROLE = "NONE";
    private static final String CURRENT_ROLE = "SELECT COALESCE(CURRENT_ROLE(), '" + NO_ROLE + "')";
    private static final String USER_VARIABLE = "@user ";

    /** What a script sets for its session, as those do that a dump begins with. Names of servers of any age. */
    private static final String VARIABLES = Set.of(
                    "auto_increment_increment",
                    "auto_increment_offset",
                    "character_set_client",
                    "character_set_connection",
                    "character_set_results",
                    "collation_connection",
                    "default_storage_engine",
                    "foreign_key_checks",
                    "group_concat_max_len",
                    "innodb_lock_wait_timeout",
                    "lc_time_names",
                    "lock_wait_timeout",
                    "max_execution_time",
                    "max_statement_time",
                    "sql_auto_is_null",
                    "sql_big_selects",
                    "sql_mode",
                    "sql_notes",
                    "sql_quote_show_create",
                    "sql_safe_updates",
                    "sql_select_limit",
                    "sql_warnings",
                    "time_zone",
                    "transaction_isolation",
                    "transaction_read_only",
                    "tx_isolation",
                    "tx_read_only",
                    "unique_checks",
                    "wait_timeout")
            .stream()
            .sorted()
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));

    /** Those that every server lets every user set, and that a variable can hold. */
    private static final List<String> REMEMBERED = List.of(
            "sql_mode",
            "foreign_key_checks",
            "unique_checks",
            "time_zone",
            "sql_notes",
            "sql_safe_updates",
            "sql_select_limit",
            "sql_auto_is_null",
            "character_set_client",
            "character_set_results",
            "collation_connection",
            "default_storage_engine",
            "group_concat_max_len",
            "lock_wait_timeout",
            "innodb_lock_wait_timeout",
            "lc_time_names");

    private final MysqlDialect dialect;

    MysqlSession(MysqlDialect dialect) {
        this.dialect = dialect;
    }

    SessionState capture(JdbcOperations jdbc) {
        Map<String, String> settings = new TreeMap<>();
        jdbc.query(
                "SELECT '" + SCHEMA + "', DATABASE() UNION ALL SELECT LOWER(variable_name), variable_value FROM "
                        + dialect.sessionVariables() + " WHERE variable_name IN (" + VARIABLES + ")",
                row -> {
                    if (row.getString(2) != null) {
                        settings.put(row.getString(1), row.getString(2));
                    }
                });
        try {
            jdbc.query("SELECT variable_name FROM " + dialect.userVariables(), row -> {
                settings.put(USER_VARIABLE + row.getString(1), "");
            });
        } catch (DataAccessException ex) {
            LOG.debug("The user is not allowed to see which variables there are; those of scripts stay", ex);
        }
        try {
            settings.put(ROLE, String.valueOf(jdbc.queryForObject(CURRENT_ROLE, String.class)));
        } catch (DataAccessException ex) {
            LOG.debug("A server of this age has no roles", ex);
        }
        return new SessionState(settings);
    }

    void restore(JdbcOperations jdbc, SessionState state) {
        // a script that locks tables and does not give them back would lock out the history
        jdbc.execute("UNLOCK TABLES");
        Map<String, String> before = state.settings();
        capture(jdbc).settings().forEach((name, value) -> {
            if (name.startsWith(USER_VARIABLE)) {
                if (!before.containsKey(name)) {
                    jdbc.execute("SET @" + dialect.quote(name.substring(USER_VARIABLE.length())) + " = NULL");
                }
            } else if (name.equals(ROLE)) {
                takeBack(jdbc, value, before.getOrDefault(ROLE, NO_ROLE));
            } else if (name.equals(SCHEMA) && !before.containsKey(SCHEMA)) {
                throw new InvalidDataAccessApiUsageException("No statement takes the choice of a database back");
            } else if (!name.equals(SCHEMA) && !value.equals(before.get(name))) {
                jdbc.execute("SET SESSION " + name + " = " + value(name, before.get(name)));
            }
        });
        String schema = before.get(SCHEMA);
        if (schema != null && !schema.equals(jdbc.queryForObject("SELECT DATABASE()", String.class))) {
            jdbc.execute(dialect.useSchema(schema));
        }
    }

    /** MySQL tells roles as they stand in SQL, with their hosts; MariaDB tells the name of one. */
    private void takeBack(JdbcOperations jdbc, String role, String before) {
        if (!role.equals(before)) {
            boolean asItStands = before.equals(NO_ROLE) || before.startsWith("`");
            jdbc.execute("SET ROLE " + (asItStands ? before : dialect.quote(before)));
        }
    }

    /** A variable for a character set that is not set reads as an empty text. */
    private String value(String name, @Nullable String value) {
        if (value == null || (value.isEmpty() && name.startsWith("character_set_"))) {
            return "NULL";
        }
        return NUMBER.matcher(value).matches() ? value : dialect.literal(value);
    }

    String remember() {
        return REMEMBERED.stream()
                .map(name -> "@migratedb_" + name + " = @@" + name)
                .collect(Collectors.joining(",\n  ", "SET ", ";\n"));
    }

    /** No statement takes a database out of a variable. */
    String recall(SessionState state, @Nullable String schema) {
        String meant = schema == null ? state.settings().get(SCHEMA) : schema;
        return REMEMBERED.stream()
                        .map(name -> name + " = @migratedb_" + name)
                        .collect(Collectors.joining(",\n  ", "UNLOCK TABLES;\nSET ", ";\n"))
                + (meant == null ? "" : dialect.inScript(dialect.useSchema(meant)));
    }
}
