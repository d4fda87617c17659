package dev.migratedb.internal.command;

import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.history.V1Table;
import dev.migratedb.internal.plan.Candidate;
import dev.migratedb.internal.plan.RecomputedChecksums;
import dev.migratedb.internal.plan.Rows;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;

/** Makes the history of MigrateDB 1.x the own one: the table is renamed, and its rows are copied. */
final class V1Adoption {

    private final RunContext run;
    private final V1Table table;

    V1Adoption(RunContext run) {
        this.run = run;
        this.table = new V1Table(run.work().jdbc(), run.dialect(), run.history().name());
    }

    /** The rows with the checksums of their files. */
    HistorySnapshot withChecksums(HistorySnapshot history, List<Candidate> candidates) {
        HistorySnapshot complete = history.withRows(RecomputedChecksums.of(Rows.ofHistory(history.rows()), candidates));
        if (table.isRenamedTaken()) {
            throw refused(
                    "its table would be renamed to " + quoted(table.renamed()) + ", and there is a table of that name",
                    "Rename or drop that one, and start again.");
        }
        if (!run.dialect().transactionalDdl()) {
            throw refused(
                    run.dialect().name()
                            + " cannot do that in one transaction, so that a failure would leave half of it",
                    "Make a backup, have nothing else migrate this database meanwhile, and execute by hand, in this order:\n"
                            + statements(complete).stream()
                                    .map(statement -> statement.indent(4).stripTrailing() + ";\n")
                                    .collect(Collectors.joining())
                            + "Then take 'migratedb.adopt' out of the settings and start again.");
        }
        return complete;
    }

    /** Does all of it, or nothing. */
    void takeOver(HistorySnapshot history) {
        run.section("History table, with the history of MigrateDB 1.x");
        try {
            run.work().inTransaction(() -> {
                statements(history).forEach(run.work().jdbc()::execute);
                return true;
            });
        } catch (DataAccessException ex) {
            throw new MigrateDbException(
                    ErrorCode.CONFIGURATION,
                    "The history of MigrateDB 1.x in " + quoted(run.history().name()) + " could not be taken over: "
                            + ex.getMostSpecificCause().getMessage()
                            + ". Everything was rolled back. The user of the run must own that table, and have the right to"
                            + " create tables in its schema.",
                    ex);
        }
        long checksums =
                history.rows().stream().filter(row -> row.checksum() != null).count();
        run.log()
                .info(
                        "Took over the history of MigrateDB 1.x: {} of {}, {} with the checksum of its file as it is now{}. That table is"
                                + " called {} now.",
                        Adoption.rows(history.rows().size()),
                        quoted(run.history().name()),
                        checksums,
                        Adoption.nowAt(run, history),
                        quoted(table.renamed()));
    }

    private List<String> statements(HistorySnapshot history) {
        return table.takeOver(run.configuration().history().tablespace(), history.rows());
    }

    private String quoted(TableName name) {
        return run.dialect().quote(name);
    }

    private MigrateDbException refused(String reason, String remedy) {
        return new MigrateDbException(
                ErrorCode.HISTORY_DAMAGED,
                "The history of MigrateDB 1.x in " + quoted(run.history().name()) + " cannot be taken over: " + reason
                        + ". Nothing was changed. " + remedy);
    }
}
