package dev.migratedb.internal.history;

import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.HistoryColumns;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationVersion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcOperations;

/** The history table. Its statements always name the schema, whatever the user's code has done to the session. */
public final class HistoryTable {

    private static final int LONGEST_DESCRIPTION = 200;
    private static final int LONGEST_SCRIPT = 1000;
    private static final String ELLIPSIS = "...";

    /** What databases get that take an empty text for null. */
    private static final String NO_DESCRIPTION = "<< no description >>";

    private final JdbcOperations jdbc;
    private final Dialect dialect;
    private final TableName name;
    private final Adopt adopt;

    public HistoryTable(JdbcOperations jdbc, Dialect dialect, TableName name) {
        this(jdbc, dialect, name, Adopt.OFF);
    }

    /**
     * A table that may be one of MigrateDB 1.x.
     *
     * @param adopt says whether such a table is read
     */
    public HistoryTable(JdbcOperations jdbc, Dialect dialect, TableName name, Adopt adopt) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.name = name;
        this.adopt = adopt;
    }

    /** Schema and table. */
    public TableName name() {
        return name;
    }

    /** Reads the table, or finds out without an error that there is none. */
    public HistorySnapshot readIfExists() {
        return dialect.tableExists(jdbc, name) ? read() : HistorySnapshot.ABSENT;
    }

    /** Reads the table, which was there before; a clean may have dropped it since. */
    public HistorySnapshot read() {
        try {
            return load();
        } catch (DataAccessException ex) {
            if (isMissing(dialect, name.table(), ex)) {
                return HistorySnapshot.ABSENT;
            }
            throw unreadable(dialect, dialect.quote(name), ex);
        }
    }

    HistorySnapshot load() {
        HistorySnapshot read = jdbc.query(
                "SELECT " + HistoryColumns.selected(dialect, "h") + " FROM " + dialect.quote(name) + " h ORDER BY h."
                        + dialect.quote("installed_rank"),
                result -> {
                    RowReader reader = new RowReader(result.getMetaData(), 0, adopt);
                    List<AppliedMigration> rows = new ArrayList<>();
                    while (result.next()) {
                        rows.add(reader.read(result));
                    }
                    return new HistorySnapshot(reader.origin(), rows, List.of());
                });
        return Objects.requireNonNull(read);
    }

    boolean isMissing(DataAccessException failure) {
        return isMissing(dialect, name.table(), failure);
    }

    /** Creates the table with its first rows. To be called in a transaction where DDL takes part in transactions. */
    public void create(@Nullable String tablespace, List<AppliedMigration> firstRows) {
        create(dialect.createHistoryTable(
                name, tablespace, firstRows.stream().map(this::literals).toList()));
    }

    /** Creates the table with the rows that a query brings. To be called as {@link #create(String, List)}. */
    void create(@Nullable String tablespace, String query) {
        create(dialect.createHistoryTable(name, tablespace, query));
    }

    private void create(List<String> statements) {
        try {
            statements.forEach(jdbc::execute);
        } catch (DataAccessException ex) {
            throw TableCreation.failed(
                    ex,
                    "The history table " + dialect.quote(name) + " could not be created",
                    "No migration was run.",
                    "Give the user the right to create tables in the schema, or set 'migratedb.default-schema' (builder:"
                            + " defaultSchema) to one where it has it.");
        }
    }

    /**
     * Copies a row of another history.
     *
     * @param query for all columns of one row
     * @param lock of the run; as with {@link #append}
     */
    void append(String query, RunLock lock) {
        RunLock.Condition condition = lock.condition();
        String insert = "INSERT INTO " + dialect.quote(name) + " (" + HistoryColumns.all(dialect) + ") " + query;
        if (condition == null) {
            jdbc.update(insert);
        } else if (jdbc.update(
                        insert + " AND " + condition.sql(), condition.values().toArray())
                == 0) {
            throw lock.lost();
        }
    }

    private String literals(AppliedMigration row) {
        return String.join(
                ", ",
                String.valueOf(row.installedRank()),
                literal(row.version()),
                literal(description(row)),
                literal(row.type()),
                literal(shortScript(row.script())),
                row.checksum() == null ? "NULL" : row.checksum().toString(),
                literal(row.installedBy()),
                "CURRENT_TIMESTAMP",
                String.valueOf(row.executionTimeMillis()),
                dialect.literal(row.success()));
    }

    private String literal(@Nullable Object value) {
        return value == null ? "NULL" : dialect.literal(value.toString());
    }

    /**
     * Writes a row. Texts that are too long for their column are cut.
     *
     * @param lock of the run; a row is written only while it is held
     * @throws MigrateDbException with code {@code LEASE_LOST} if it is held no more
     */
    public void append(AppliedMigration row, RunLock lock) {
        lock.confirm();
        MigrationVersion version = row.version();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.installedRank());
        values.add(version == null ? null : version.toString());
        values.add(description(row));
        values.add(row.type());
        values.add(shortScript(row.script()));
        values.add(row.checksum());
        values.add(row.installedBy());
        values.add((int) Math.min(Integer.MAX_VALUE, row.executionTimeMillis()));
        RunLock.Condition condition = lock.condition();
        String insert = "INSERT INTO " + dialect.quote(name) + " (" + HistoryColumns.inserted(dialect) + ") ";
        if (condition == null) {
            jdbc.update(
                    insert + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, " + dialect.literal(row.success()) + ")",
                    values.toArray());
            return;
        }
        values.addAll(condition.values());
        int written = jdbc.update(
                insert + "SELECT " + parameters("INTEGER", "VARCHAR(50)")
                        + ", COALESCE(" + parameters("VARCHAR(200)") + ", '" + NO_DESCRIPTION + "'), "
                        + parameters("VARCHAR(20)", "VARCHAR(1000)", "INTEGER", "VARCHAR(100)", "INTEGER")
                        + ", " + dialect.literal(row.success()) + dialect.fromNothing() + " WHERE " + condition.sql(),
                values.toArray());
        if (written == 0) {
            throw lock.lost();
        }
    }

    private String parameters(String... types) {
        return Stream.of(types).map(dialect::parameter).collect(Collectors.joining(", "));
    }

    /**
     * Takes a row out.
     *
     * @param lock of the run; as with {@link #append}
     */
    public void remove(AppliedMigration row, RunLock lock) {
        change("DELETE FROM " + dialect.quote(name), List.of(), row, lock);
    }

    /**
     * Gives the row of the same rank the description, type and checksum of this one.
     *
     * @param lock of the run; as with {@link #append}
     */
    public void realign(AppliedMigration row, RunLock lock) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(description(row));
        values.add(row.type());
        values.add(row.checksum());
        change(
                "UPDATE " + dialect.quote(name) + " SET " + dialect.quote("description") + " = ?, "
                        + dialect.quote("type") + " = ?, " + dialect.quote("checksum") + " = ?",
                values,
                row,
                lock);
    }

    private void change(String statement, List<@Nullable Object> before, AppliedMigration row, RunLock lock) {
        List<@Nullable Object> values = new ArrayList<>(before);
        values.add(row.installedRank());
        String sql = statement + " WHERE " + dialect.quote("installed_rank") + " = ?";
        RunLock.Condition condition = lock.condition();
        if (condition != null) {
            values.addAll(condition.values());
            sql += " AND " + condition.sql();
        }
        if (jdbc.update(sql, values.toArray()) == 0 && condition != null) {
            throw lock.lost();
        }
    }

    private String description(AppliedMigration row) {
        String description = shortDescription(row.description());
        return description.isEmpty() && dialect.emptyIsNull() ? NO_DESCRIPTION : description;
    }

    /** The description as the table stores it. */
    static String shortDescription(String description) {
        if (description.length() <= LONGEST_DESCRIPTION) {
            return description;
        }
        int end = LONGEST_DESCRIPTION - ELLIPSIS.length();
        // half of a character would come back as another one
        return description.substring(0, Character.isHighSurrogate(description.charAt(end - 1)) ? end - 1 : end)
                + ELLIPSIS;
    }

    private static String shortScript(String script) {
        if (script.length() <= LONGEST_SCRIPT) {
            return script;
        }
        int begin = script.length() - LONGEST_SCRIPT + ELLIPSIS.length();
        return ELLIPSIS + script.substring(Character.isLowSurrogate(script.charAt(begin)) ? begin + 1 : begin);
    }

    /** The tables that MigrateDB makes for itself, and for which a schema still counts as empty. */
    public static Set<String> ownTables(String table) {
        return Set.of(table, table + RunLock.TABLE_SUFFIX, table + Dialect.BEGUN_SUFFIX, table + "_journal");
    }

    /** Whether a statement failed because the table does not exist. */
    static boolean isMissing(Dialect dialect, String table, DataAccessException failure) {
        return failure.getCause() instanceof SQLException cause && dialect.isMissingTable(cause, table);
    }

    /** Whether a statement failed because another session is writing. */
    static boolean isBusy(Dialect dialect, DataAccessException failure) {
        return failure.getCause() instanceof SQLException cause && dialect.isBusy(cause);
    }

    /** What to tell of a history table that cannot be read. */
    static MigrateDbException unreadable(Dialect dialect, String table, DataAccessException cause) {
        if (cause.getCause() instanceof SQLException failure && dialect.isMissingColumn(failure)) {
            return notAHistoryTable(table, "it has not all of the columns of one", cause);
        }
        if (!(cause instanceof BadSqlGrammarException)) {
            return new MigrateDbException(
                    ErrorCode.CONNECTION,
                    "The history table " + table + " could not be read: "
                            + cause.getMostSpecificCause().getMessage()
                            + ". Nothing was changed. See to the cause and start again.",
                    cause);
        }
        return new MigrateDbException(
                ErrorCode.CONFIGURATION,
                "The history table " + table + " could not be read: "
                        + cause.getMostSpecificCause().getMessage()
                        + ". Nothing was changed. The user of the run needs SELECT on it and USAGE on its schema. A run that"
                        + " changes something needs INSERT, UPDATE and DELETE, too.",
                cause);
    }

    private static MigrateDbException notAHistoryTable(String table, String reason, Throwable cause) {
        return new MigrateDbException(
                ErrorCode.HISTORY_DAMAGED,
                "The table " + table + " is not a history table of MigrateDB: " + reason
                        + ". Nothing was changed. Give MigrateDB a table of its own with 'migratedb.table' (builder: table).",
                cause);
    }
}
