package dev.migratedb.internal.history;

import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.JournalColumns;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.history.JournalRow.State;
import dev.migratedb.migration.MigrateDbException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The journal: what the statements of scripts have come to that a rollback does not take back. It has rows only of scripts that
 * have not come to their end, and is written in whatever transaction the script is in. Used by the thread of one run.
 */
public final class JournalTable {

    /** What the table is called, after the name of the history table. */
    public static final String SUFFIX = "_journal";

    /** Few enough for the parameters of one statement on every database. */
    private static final int LARGEST_INSERT = 100;

    private static final int NOBODY_LOOKED = -1;

    private final JdbcOperations jdbc;
    private final Dialect dialect;
    private final TableName name;
    private final String table;
    private @Nullable Boolean exists;

    /** The journal of a history. */
    public JournalTable(JdbcOperations jdbc, Dialect dialect, TableName history) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.name = history.withSuffix(SUFFIX);
        this.table = dialect.quote(name);
    }

    /** Schema and table. */
    public TableName name() {
        return name;
    }

    /** Whether there is the table, as far as this run knows without asking. */
    public boolean isKnownToExist() {
        return Boolean.TRUE.equals(exists);
    }

    /** Reads the table, or finds out without an error that there is none. */
    public Journal readIfExists() {
        exists = dialect.tableExists(jdbc, name);
        if (!exists) {
            return Journal.EMPTY;
        }
        return Journal.of(jdbc.query(
                "SELECT " + columns() + " FROM " + table + " ORDER BY " + dialect.quote("migration") + ", "
                        + dialect.quote("statement"),
                (row, number) -> {
                    int wasThere = row.getInt(9);
                    return new JournalRow(
                            row.getString(1),
                            row.getInt(2),
                            row.getInt(3),
                            Ascii.decoded(row.getString(4)),
                            String.valueOf(row.getString(5)),
                            Ascii.decoded(row.getString(6)),
                            State.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                            String.valueOf(row.getString(8)),
                            wasThere == NOBODY_LOOKED ? null : wasThere != 0);
                }));
    }

    /**
     * Makes sure that there is a table. Not to be called in a transaction, which it would end on some databases.
     *
     * @param tablespace null for the usual one
     */
    public void prepare(@Nullable String tablespace) {
        if (exists == null) {
            exists = dialect.tableExists(jdbc, name);
        }
        if (!exists) {
            try {
                jdbc.execute(dialect.createJournalTable(name, tablespace));
            } catch (DataAccessException ex) {
                throw TableCreation.failed(
                        ex,
                        "The table " + table
                                + " could not be created, in which a run notes how far it has come with a script"
                                + " that cannot be rolled back",
                        "That script was not begun.",
                        "Give the user the right to create tables in the schema.");
            }
            exists = true;
        }
    }

    /** Empties it, if there is one: a journal without its history tells of a database that is gone. */
    public void clear() {
        if (exists == null) {
            exists = dialect.tableExists(jdbc, name);
        }
        if (exists) {
            jdbc.update("DELETE FROM " + table);
        }
    }

    /**
     * Writes new rows.
     *
     * @param lock of the run; rows are written only while it is held
     * @throws MigrateDbException that {@link RunLock#lost} makes, if it is held no more
     */
    public void insert(List<JournalRow> rows, RunLock lock) {
        RunLock.Condition condition = lock.condition();
        for (int from = 0; from < rows.size(); from += LARGEST_INSERT) {
            List<JournalRow> some = rows.subList(from, Math.min(rows.size(), from + LARGEST_INSERT));
            if (condition == null) {
                insertTogether(some);
            } else {
                some.forEach(row -> insertUnder(condition, row, lock));
            }
        }
    }

    private void insertTogether(List<JournalRow> rows) {
        String marks = JournalColumns.ALL.stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> values.addAll(values(row)));
        jdbc.update(
                "INSERT INTO " + table + " (" + columns() + ") VALUES "
                        + String.join(", ", Collections.nCopies(rows.size(), marks)),
                values.toArray());
    }

    private void insertUnder(RunLock.Condition condition, JournalRow row, RunLock lock) {
        String casts = JournalColumns.ALL.stream()
                .map(column -> dialect.parameter(JournalColumns.typeOfValue(column)))
                .collect(Collectors.joining(", "));
        List<Object> values = new ArrayList<>(values(row));
        values.addAll(condition.values());
        int written = jdbc.update(
                "INSERT INTO " + table + " (" + columns() + ") SELECT " + casts + dialect.fromNothing() + " WHERE "
                        + condition.sql(),
                values.toArray());
        if (written == 0) {
            throw lock.lost();
        }
    }

    /**
     * Writes a row in the place of the one of the same statement, if there is one.
     *
     * @param lock of the run; as with {@link #insert}
     */
    public void put(JournalRow row, RunLock lock) {
        if (!replace(row, lock)) {
            insert(List.of(row), lock);
        }
    }

    /**
     * Writes a row in the place of the one of the same statement.
     *
     * @param lock of the run
     * @return false if there is none, or the lock is held no more
     */
    public boolean replace(JournalRow row, RunLock lock) {
        List<Object> values = new ArrayList<>(values(row).subList(2, JournalColumns.ALL.size()));
        values.add(row.migration());
        values.add(row.statement());
        String assignments = JournalColumns.ALL.stream()
                .skip(2)
                .map(column -> dialect.quote(column) + " = ?")
                .collect(Collectors.joining(", "));
        String sql = "UPDATE " + table + " SET " + assignments + " WHERE " + dialect.quote("migration") + " = ? AND "
                + dialect.quote("statement") + " = ?";
        return jdbc.update(under(lock, sql, values), values.toArray()) > 0;
    }

    /** Whether there is any row of a migration. */
    public boolean has(String migration) {
        Integer count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM " + table + " WHERE " + dialect.quote("migration") + " = ?",
                Integer.class,
                migration);
        return count != null && count > 0;
    }

    /**
     * Takes out all rows of a migration.
     *
     * @param lock of the run; without it they stay
     */
    public void remove(String migration, RunLock lock) {
        if (exists == null) {
            exists = dialect.tableExists(jdbc, name);
        }
        if (!exists) {
            // a migration that is only recorded has prepared none
            return;
        }
        List<Object> values = new ArrayList<>(List.of(migration));
        String sql = "DELETE FROM " + table + " WHERE " + dialect.quote("migration") + " = ?";
        jdbc.update(under(lock, sql, values), values.toArray());
    }

    private static String under(RunLock lock, String sql, List<Object> values) {
        RunLock.Condition condition = lock.condition();
        if (condition == null) {
            return sql;
        }
        values.addAll(condition.values());
        return sql + " AND " + condition.sql();
    }

    private String columns() {
        return JournalColumns.ALL.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }

    private static List<Object> values(JournalRow row) {
        return Arrays.asList(
                row.migration(),
                row.statement(),
                row.line(),
                Ascii.encoded(row.script(), 1000),
                row.hash(),
                Ascii.encoded(row.excerpt(), 300),
                row.state().name().toLowerCase(Locale.ROOT),
                row.startedAt(),
                row.wasThere() == null ? NOBODY_LOOKED : row.wasThere() ? 1 : 0);
    }
}
