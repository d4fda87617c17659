package dev.migratedb.internal.command;

import dev.migratedb.internal.execution.JournalWriter;
import dev.migratedb.internal.execution.ObjectProbe;
import dev.migratedb.internal.execution.Work;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.history.Journal;
import dev.migratedb.internal.history.JournalTable;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.internal.plan.Resumable;
import dev.migratedb.result.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal of a run. */
final class Journals {

    private final RunContext run;
    private @Nullable JournalTable table;

    Journals(RunContext run) {
        this.run = run;
    }

    private JournalTable table() {
        if (table == null) {
            table = new JournalTable(
                    run.work().jdbc(), run.dialect(), run.history().name());
        }
        return table;
    }

    /** What it holds, where it can matter to what is done with a history: while nobody holds the lock, to failed rows only. */
    Journal read(HistorySnapshot history, boolean locked) {
        boolean failed = history.rows().stream().anyMatch(row -> !row.success());
        return history.exists() && (locked || failed) ? table().readIfExists() : Journal.EMPTY;
    }

    /** Steps with the places where they go on; what stands against that becomes problems. */
    List<Work> resumed(List<Work> steps, Journal journal, Resumable rows, List<Problem> problems) {
        return journal.migrations().isEmpty()
                ? steps
                : new Resumptions(
                                journal,
                                rows,
                                run.first().session().schema(),
                                new InFlight(run.dialect(), table().name(), new ObjectProbe(run.work())))
                        .applied(steps, problems);
    }

    /** To be called when a history begins: an older journal tells of a database that is gone. */
    void begin() {
        table().clear();
    }

    JournalWriter writer(RunLock lock) {
        return new JournalWriter(table(), lock, run.configuration().history().tablespace());
    }
}
