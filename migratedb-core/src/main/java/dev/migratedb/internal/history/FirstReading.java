package dev.migratedb.internal.history;

import dev.migratedb.configuration.HistorySettings;
import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.HistoryColumns;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.history.HistorySnapshot.Origin;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What the first statement of a run has told: the history, and the session that read it.
 *
 * @param session of the connection
 * @param history of the table in the session's schema
 */
public record FirstReading(SessionInfo session, HistorySnapshot history) {

    /** A way to read. */
    @FunctionalInterface
    public interface Way {

        /** Reads the own history in the given schema; null means the current one. */
        FirstReading read(JdbcOperations jdbc, Dialect dialect, @Nullable String schema, HistorySettings settings);
    }

    /**
     * Reads the own history without a lock and without a question before it: that there is no table is an answer. The
     * session's own data come with the same statement.
     *
     * @param schema as configured; null means the current one
     * @throws MigrateDbException if the table is no history table, or there is no current schema
     */
    public static FirstReading of(
            JdbcOperations jdbc, Dialect dialect, @Nullable String schema, HistorySettings settings) {
        String table = settings.table();
        String from = schema == null ? dialect.quote(table) : dialect.quote(new TableName(schema, table));
        String owner = schema == null ? dialect.schemaOfRow("h", table) : null;
        String sql = "SELECT s.*, " + HistoryColumns.selected(dialect, "h") + (owner == null ? "" : ", " + owner)
                + " FROM (SELECT " + dialect.sessionColumns() + dialect.fromNothing() + ") s LEFT JOIN " + from
                + " h ON 1 = 1 ORDER BY h." + dialect.quote("installed_rank");
        Rows found = new Rows(settings.adopt());
        try {
            jdbc.query(sql, result -> {
                found.add(result, owner != null);
                return null;
            });
        } catch (DataAccessException ex) {
            if (HistoryTable.isMissing(dialect, table, ex)) {
                return new FirstReading(session(jdbc, dialect, schema), HistorySnapshot.ABSENT);
            }
            if (owner == null || !(ex instanceof BadSqlGrammarException)) {
                throw HistoryTable.unreadable(dialect, from, ex);
            }
            return ofSchema(jdbc, dialect, session(jdbc, dialect, null), settings);
        } catch (MigrateDbException ex) {
            if (owner == null) {
                throw ex;
            }
            return ofSchema(jdbc, dialect, session(jdbc, dialect, null), settings);
        }
        SessionInfo session = found.session(schema);
        return owner == null || session.schema().equals(found.owner)
                ? new FirstReading(session, new HistorySnapshot(found.origin, found.rows, List.of()))
                : ofSchema(jdbc, dialect, session, settings);
    }

    /**
     * Reads the own history, but asks first whether there is one: where nobody knows, and somebody asks again and again, a table
     * that is missing would be as many errors in the log of the server.
     *
     * @param schema as configured; null means the current one
     * @throws MigrateDbException as with {@link #of}
     */
    public static FirstReading ifExists(
            JdbcOperations jdbc, Dialect dialect, @Nullable String schema, HistorySettings settings) {
        return ofSchema(jdbc, dialect, session(jdbc, dialect, schema), settings);
    }

    /**
     * Asks again with the name of the schema: an unqualified name may mean a table elsewhere on the search path, be it no
     * history or one that is not for us to read, and an empty one does not tell whose it is.
     */
    private static FirstReading ofSchema(
            JdbcOperations jdbc, Dialect dialect, SessionInfo session, HistorySettings settings) {
        TableName name = new TableName(session.schema(), settings.table());
        return new FirstReading(session, new HistoryTable(jdbc, dialect, name, settings.adopt()).readIfExists());
    }

    /**
     * Asks for the session's own data alone.
     *
     * @param schema as configured; null means the current one
     * @throws MigrateDbException if there is no current schema
     */
    public static SessionInfo session(JdbcOperations jdbc, Dialect dialect, @Nullable String schema) {
        Rows found = new Rows(Adopt.OFF);
        jdbc.query("SELECT " + dialect.sessionColumns() + dialect.fromNothing(), result -> {
            result.next();
            found.addSession(result);
            return null;
        });
        return found.session(schema);
    }

    private static final class Rows {

        private final List<AppliedMigration> rows = new ArrayList<>();
        private final Adopt adopt;
        private Origin origin = Origin.OWN;
        private @Nullable String schema;
        private String user = "";
        private String database = "";
        private @Nullable String owner;

        Rows(Adopt adopt) {
            this.adopt = adopt;
        }

        void add(ResultSet result, boolean withOwner) throws SQLException {
            RowReader reader = new RowReader(result.getMetaData(), 3, adopt);
            origin = reader.origin();
            while (result.next()) {
                addSession(result);
                if (result.getString(4) != null) {
                    rows.add(reader.read(result));
                    owner = withOwner ? result.getString(4 + RowReader.COLUMNS) : null;
                }
            }
        }

        void addSession(ResultSet result) throws SQLException {
            schema = result.getString(1);
            user = result.getString(2);
            database = result.getString(3);
        }

        SessionInfo session(@Nullable String configured) {
            String effective = configured != null ? configured : schema;
            if (effective == null) {
                throw new MigrateDbException(
                        ErrorCode.CONFIGURATION,
                        "The connection of user '" + user + "' to database '" + database
                                + "' has no current schema: none of the schemas on its search path exists. Nothing was"
                                + " changed. Set 'migratedb.default-schema' (builder: defaultSchema), or create the schema.");
            }
            return new SessionInfo(effective, user, database);
        }
    }
}
