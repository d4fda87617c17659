package dev.migratedb.internal.plan;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words for what stands against an undo. */
final class UndoFindings {

    private UndoFindings() {}

    static Problem failedBefore(Reconciled line) {
        return problem(
                line,
                line.info().script() + " failed (rank " + line.info().installedRank()
                        + " in the history), and what it had done by then was not rolled back.",
                "Take back by hand what it left behind, run repair, which removes the failed row, then undo again.");
    }

    static Problem noUndo(Reconciled line) {
        MigrationVersion version = UndoPlan.version(line);
        return problem(
                line,
                "Version " + version + " (" + line.info().script() + ") would be undone, but no undo migration of"
                        + " version " + version + " was found.",
                "Write one, such as U" + version.toString().replace('.', '_') + "__"
                        + line.info().description().replace(' ', '_')
                        + ".sql, or add its location, or undo fewer versions.");
    }

    static Problem unknownTarget(MigrationVersion target) {
        return problem(
                null,
                "The last version to undo is " + target
                        + ", but no migration with this version was found or is applied.",
                "Correct 'migratedb.undo.target' (or the argument of undoTo), or the locations.");
    }

    /** Stopping there would leave the target applied, going on would take back what nobody has asked for. */
    static Problem appliedAfter(List<Reconciled> lastFirst, Reconciled beyond, MigrationVersion target) {
        Reconciled between = lastFirst.stream()
                .filter(line -> UndoPlan.version(line).compareTo(target) < 0)
                .findFirst()
                .orElse(beyond);
        return problem(
                beyond,
                "Versions down to " + target + " would be undone, the last applied first, but version "
                        + UndoPlan.version(between) + " is lower and was applied after version "
                        + UndoPlan.version(beyond)
                        + " (out of order).",
                "Undo down to " + UndoPlan.version(between) + ", or by number, so that version "
                        + UndoPlan.version(between) + " is undone too.");
    }

    private static Problem problem(@Nullable Reconciled line, String message, String remedy) {
        return new Problem(ErrorCode.UNDO_IMPOSSIBLE, line == null ? null : line.info(), null, message, remedy);
    }
}
