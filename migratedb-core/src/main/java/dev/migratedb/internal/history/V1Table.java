package dev.migratedb.internal.history;

import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.migration.AppliedMigration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The history table of MigrateDB 1.x, which has the name of the own one, and the same columns but for a checksum that is text
 * and computed otherwise.
 */
public final class V1Table {

    private static final String SUFFIX = "_v1";

    private final JdbcOperations jdbc;
    private final Dialect dialect;
    private final TableName name;

    public V1Table(JdbcOperations jdbc, Dialect dialect, TableName name) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.name = name;
    }

    /** What the table is called when it has made room for the own one. */
    public TableName renamed() {
        return name.withSuffix(SUFFIX);
    }

    /** Whether there is a table of that name already. */
    public boolean isRenamedTaken() {
        return dialect.tableExists(jdbc, renamed());
    }

    /**
     * Statements that rename the table and make the own one with its rows, in their order.
     *
     * @param rows of this table, with the checksums that they get
     */
    public List<String> takeOver(@Nullable String tablespace, List<AppliedMigration> rows) {
        List<String> statements =
                new ArrayList<>(dialect.renameHistoryTable(name, renamed().table()));
        statements.addAll(
                dialect.createHistoryTable(name, tablespace, HistoryCopies.withoutChecksums(dialect, renamed())));
        for (AppliedMigration row : rows) {
            if (row.checksum() != null) {
                statements.add("UPDATE " + dialect.quote(name) + " SET " + dialect.quote("checksum") + " = "
                        + row.checksum() + " WHERE " + dialect.quote("installed_rank") + " = " + row.installedRank());
            }
        }
        return statements;
    }
}
