package dev.migratedb.compatibility;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migratedb.testsupport.FreshDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads what an engine has left in its database. Has a connection of its own, which closing closes. */
final class Observer implements AutoCloseable {

    /** Stand for names that each database has its own ones of. */
    private static final String USER = "(user)";

    private static final String DEFAULT_SCHEMA = "the default schema";

    private final SingleConnectionDataSource connection;
    private final JdbcClient jdbc;
    private final String catalogQuery;
    private final String historyTable;
    private final String user;
    private final String defaultSchema;

    Observer(Database kind, FreshDatabase database, String historyTable) {
        this.connection = new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
        this.jdbc = JdbcClient.create(connection);
        this.catalogQuery = resource(kind.catalogQuery());
        this.historyTable = historyTable;
        this.user = jdbc.sql("select current_user").query(String.class).single();
        this.defaultSchema =
                jdbc.sql("select current_schema").query(String.class).single();
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Observer.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The quoted name of the history table, or nothing where there is none. */
    Optional<String> historyName() {
        return jdbc.sql("""
                        select table_schema from information_schema.tables where table_name = ?""")
                .param(historyTable)
                .query(String.class)
                .optional()
                .map(schema -> "\"" + schema + "\".\"" + historyTable + "\"");
    }

    /**
     * The schema that the history is in, then its rows: rank, version, description, type, script, checksum, user,
     * success. Without the times, which no two runs share.
     */
    List<String> history() {
        String name = historyName().orElse(null);
        if (name == null) {
            return List.of("(no history)");
        }
        List<String> lines = new ArrayList<>();
        lines.add("in " + name.substring(0, name.indexOf('.')).replace("\"" + defaultSchema + "\"", DEFAULT_SCHEMA));
        lines.addAll(jdbc.sql("select * from " + name + " order by \"installed_rank\"")
                .query((row, number) -> Lines.joined(
                        row.getInt("installed_rank"),
                        row.getString("version"),
                        row.getString("description"),
                        row.getString("type"),
                        Lines.script(row.getString("script")),
                        row.getObject("checksum"),
                        user.equals(row.getString("installed_by")) ? USER : row.getString("installed_by"),
                        row.getBoolean("success") ? "success" : "failed"))
                .list());
        return lines;
    }

    /** All that is in the database, and the rows of its tables, but for the tables of the engines. */
    List<String> catalog() {
        List<String> lines = new ArrayList<>(strings(catalogQuery));
        List<String> tables = strings("""
                select '"' || table_schema || '"."' || table_name || '"' from information_schema.tables
                where table_type = 'BASE TABLE' and upper(table_schema) not in ('INFORMATION_SCHEMA', 'PG_CATALOG')
                    and lower(table_name) not like 'flyway_schema_history%'
                    and lower(table_name) not like 'migratedb_state%'
                order by 1""");
        for (String table : tables) {
            jdbc.sql("select * from " + table).query((row, number) -> row(table, row)).list().stream()
                    .sorted()
                    .forEach(lines::add);
        }
        return lines;
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private static String row(String table, ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getString(i + 1);
        }
        return "row of " + table + " " + Lines.joined(values);
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
