package dev.migratedb.internal.command;

import dev.migratedb.internal.execution.JournalWriter;
import dev.migratedb.internal.execution.ObjectProbe;
import dev.migratedb.internal.execution.Work;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.history.Journal;
import dev.migratedb.internal.history.JournalRow;
import dev.migratedb.internal.history.JournalTable;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.internal.plan.MigrationKey;
import dev.migratedb.internal.plan.Resumable;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
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
                                new InFlight(
                                        run.dialect(),
                                        run.work().jdbc(),
                                        table().name(),
                                        new ObjectProbe(run.work()),
                                        run.configuration().rebuildInvalidIndexes()))
                        .applied(steps, problems);
    }

    /** Scripts that have not come to their end, since they have stopped or are under way, for people; asked for only where something is left to be run. */
    List<String> stopped(Look look) {
        boolean open = look.reconciliation().infos().stream()
                .anyMatch(info -> info.state() == MigrationState.PENDING
                        || info.state() == MigrationState.AVAILABLE
                        || info.state().isFailed());
        return open
                ? read(look.history(), true).rows().values().stream()
                        .map(Journals::place)
                        .sorted()
                        .toList()
                : List.of();
    }

    private static String place(List<JournalRow> rows) {
        JournalRow last = rows.get(rows.size() - 1);
        String state = switch (last.state()) {
            case DONE -> " is done, and what is behind it is not";
            case FAILED -> " has failed";
            case STARTED -> " was begun";
        };
        return last.script() + " has not come to its end: statement " + last.statement() + " (line "
                + Math.max(1, last.line()) + ")" + state
                + "; the next run goes on there, if what is before it is unchanged";
    }

    /** Problems with failed rows, of which the journal knows where they go on. */
    List<Problem> explained(List<Problem> problems, HistorySnapshot history) {
        Journal journal = read(history, false);
        return problems.stream().map(problem -> explained(problem, journal)).toList();
    }

    private static Problem explained(Problem problem, Journal journal) {
        MigrationInfo info = problem.migration();
        List<JournalRow> rows =
                info == null || !info.state().isFailed() ? List.of() : journal.of(MigrationKey.of(info));
        return rows.isEmpty()
                ? problem
                : new Problem(
                        problem.code(),
                        info,
                        problem.position(),
                        problem.message() + " " + place(rows) + ".",
                        "See to the cause, or correct the script from that statement on, and run again. Or, to begin anew: "
                                + problem.remedy());
    }

    /** To be called when a history begins: an older journal tells of a database that is gone. */
    void begin() {
        table().clear();
    }

    JournalWriter writer(RunLock lock) {
        return new JournalWriter(table(), lock, run.configuration().history().tablespace());
    }
}
