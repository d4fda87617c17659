package dev.migratedb.internal.dialect;

import dev.migratedb.internal.script.SqlStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What only speaks the protocol of PostgreSQL, on many machines at once: DDL is carried out by itself whatever the transaction
 * around it comes to, and no lock belongs to a session. So the lock of a run is a lease.
 */
abstract class DistributedPostgres extends PostgresDialect {

    /** Another transaction was in the way, and this one was rolled back: serialization failure, deadlock. */
    private static final List<String> IN_THE_WAY = List.of("40001", "40P01");

    @Override
    public abstract String name();

    @Override
    public String vendor() {
        return "postgresql";
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public boolean ddlStandsAlone() {
        return true;
    }

    @Override
    public boolean isBusy(SQLException failure) {
        return IN_THE_WAY.contains(failure.getSQLState());
    }

    @Override
    public List<String> createHistoryTable(TableName table, @Nullable String tablespace, List<String> firstRows) {
        return creating(
                table,
                tablespace,
                firstRows.stream().map(row -> "VALUES (" + row + ")").toList());
    }

    @Override
    public List<String> createHistoryTable(TableName table, @Nullable String tablespace, String query) {
        return creating(table, tablespace, List.of(query));
    }

    private List<String> creating(TableName table, @Nullable String tablespace, List<String> sources) {
        // no statement makes a table of given columns with rows and an index; renamed when it has them, it appears at
        // once
        TableName made = table.withSuffix(BEGUN_SUFFIX);
        String space = tablespace == null ? "" : " TABLESPACE " + quote(tablespace);
        List<String> statements = new ArrayList<>();
        statements.add("DROP TABLE IF EXISTS " + quote(made));
        statements.add("CREATE TABLE " + quote(made) + " (\n"
                + HistoryColumns.definition(this, "TIMESTAMP DEFAULT now() NOT NULL", "BOOLEAN") + ",\n"
                + "  CONSTRAINT " + quote(table.table() + "_pk") + " PRIMARY KEY (\"installed_rank\")\n)" + space);
        for (String source : sources) {
            statements.add("INSERT INTO " + quote(made) + " (" + HistoryColumns.all(this) + ") " + source);
        }
        statements.add(
                "CREATE INDEX " + quote(table.table() + "_s_idx") + " ON " + quote(made) + " (\"success\")" + space);
        statements.add("ALTER TABLE " + quote(made) + " RENAME TO " + quote(table.table()));
        return statements;
    }

    /** An index whose build has ended is taken out by the server, or cannot be dropped beside the work of others. */
    @Override
    public boolean mayLeaveInvalidIndex(SqlStatement statement) {
        return false;
    }

    /** What they take for one belongs to a transaction or to nothing, or came with late versions only. */
    @Override
    public @Nullable AdvisoryLock advisoryLock() {
        return null;
    }

    /** Flyway's runs are kept apart by rows there. */
    @Override
    public @Nullable AdvisoryLock flywayLock() {
        return null;
    }

    /** Schema changes happen beside the work of others, who do not queue up behind one that waits. */
    @Override
    public Optional<TableLocks> tableLocks() {
        return Optional.empty();
    }

    /** Their own poolers keep what belongs to a session, and the lock needs none. */
    @Override
    public Optional<Backends> backends() {
        return Optional.empty();
    }
}
