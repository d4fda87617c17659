package dev.migratedb.internal.command;

import dev.migratedb.internal.execution.Resumption;
import dev.migratedb.internal.execution.Work;
import dev.migratedb.internal.history.Journal;
import dev.migratedb.internal.history.JournalRow;
import dev.migratedb.internal.history.JournalRow.State;
import dev.migratedb.internal.plan.MigrationKey;
import dev.migratedb.internal.plan.Resumable;
import dev.migratedb.internal.script.CheckedScript;
import dev.migratedb.internal.script.Fingerprint;
import dev.migratedb.internal.script.SqlStatement;
import dev.migratedb.internal.script.StatementReader;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.ScriptPosition;
import dev.migratedb.result.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where scripts go on that have stopped on their way: behind what the journal says is done, if the script has that unchanged.
 */
final class Resumptions {

    private final Journal journal;
    private final Resumable rows;
    private final String schema;
    private final InFlight inFlight;

    /**
     * Creates it.
     *
     * @param schema that a name means which does not say one, while no script has changed that
     */
    Resumptions(Journal journal, Resumable rows, String schema, InFlight inFlight) {
        this.journal = journal;
        this.rows = rows;
        this.schema = schema;
        this.inFlight = inFlight;
    }

    /** Steps with the places where they go on; what stands against that becomes problems. */
    List<Work> applied(List<Work> steps, List<Problem> problems) {
        List<Work> applied = new ArrayList<>();
        for (Work step : steps) {
            String migration = MigrationKey.of(step.step().migration());
            List<JournalRow> noted = journal.of(migration);
            Resumption resumption = noted.isEmpty() ? null : resumption(step, migration, noted, problems);
            applied.add(resumption == null ? step : step.from(resumption));
        }
        return applied;
    }

    private @Nullable Resumption resumption(
            Work step, String migration, List<JournalRow> noted, List<Problem> problems) {
        CheckedScript script = step.script();
        if (script == null) {
            problems.add(noScript(step, noted));
            return null;
        }
        Comparison comparison = new Comparison(step, script, noted);
        Problem problem = comparison.run();
        if (problem != null) {
            problems.add(problem);
            return null;
        }
        int first = comparison.first;
        String of = " of " + script.statementCount();
        String place = first > script.statementCount()
                ? "behind its last statement (" + script.statementCount() + of + ")"
                : "at statement " + first + of + " (line " + comparison.line + ")";
        return new Resumption(first, place, comparison.again, comparison.before, rows.failedOf(migration));
    }

    private static Problem noScript(Work step, List<JournalRow> noted) {
        JournalRow last = noted.get(noted.size() - 1);
        return new Problem(
                ErrorCode.VALIDATION,
                step.step().info(),
                null,
                last.script() + " has stopped at statement " + last.statement() + " (line " + last.line()
                        + "), but is no SQL script any more, so that nobody can say what of it is done.",
                "Take back by hand what it has left, and run repair, which lets the migration begin anew.");
    }

    /** Reads a script as far as it was run, and compares. */
    private final class Comparison {

        private final Work step;
        private final CheckedScript script;
        private final Map<Integer, JournalRow> noted = new HashMap<>();
        private final JournalRow last;
        private final Set<Integer> again = new LinkedHashSet<>();
        private final List<String> before = new ArrayList<>();
        private boolean schemaChanged;
        private int locked;
        private int first;
        private int line;

        Comparison(Work step, CheckedScript script, List<JournalRow> rows) {
            this.step = step;
            this.script = script;
            this.last = rows.get(rows.size() - 1);
            rows.forEach(row -> noted.put(row.statement(), row));
            this.first = last.state() == State.DONE ? last.statement() + 1 : last.statement();
        }

        /** What stands against going on; null where nothing does. */
        @Nullable
        Problem run() {
            try (StatementReader reader = script.open()) {
                int number = 0;
                for (SqlStatement statement = reader.next(); statement != null; statement = reader.next()) {
                    number++;
                    JournalRow row = noted.get(number);
                    Problem problem = row == null ? null : stopped(row, statement);
                    if (problem != null) {
                        return problem;
                    }
                    if (number == first) {
                        line = statement.position().line();
                        break;
                    }
                    if (row != null && !Fingerprint.of(statement).hash().equals(row.hash())) {
                        return changed(
                                row,
                                statement.position(),
                                Fingerprint.of(statement).excerpt());
                    }
                    replay(number, statement);
                }
                if (number < first - 1) {
                    JournalRow missing = noted.getOrDefault(number + 1, last);
                    return changed(missing, null, "nothing: the script has only " + number + " statements");
                }
            } catch (IOException ex) {
                return new Problem(
                        ErrorCode.UNREADABLE_FILE,
                        step.step().info(),
                        null,
                        script.file().location() + " could not be read: " + ex.getMessage(),
                        "See to it that the file can be read.");
            }
            if (locked > 0) {
                again.add(locked);
            }
            return null;
        }

        /** A statement at which the script may have stopped. */
        private @Nullable Problem stopped(JournalRow row, SqlStatement statement) {
            if (row == last && row.state() != State.DONE) {
                Optional<String> drop = inFlight.dropInvalidIndex(row, statement, schemaNow());
                if (drop.isPresent()) {
                    if (!inFlight.rebuildsInvalidIndexes()) {
                        return invalidIndex(row, statement.position(), drop.get());
                    }
                    before.add(drop.get());
                    return null;
                }
            }
            // locked tables hide what comes behind them
            boolean unknown = row.state() == State.STARTED && (row == last || statement.isFirstWord("LOCK"));
            return unknown ? judge(row, statement) : null;
        }

        private @Nullable String schemaNow() {
            return schemaChanged ? null : schema;
        }

        private Problem invalidIndex(JournalRow row, ScriptPosition position, String drop) {
            return new Problem(
                    ErrorCode.VALIDATION,
                    step.step().info(),
                    position,
                    row.script() + " has stopped at statement " + row.statement() + " (line " + row.line()
                            + "), which has left an index that is invalid, and 'migratedb.rebuild-invalid-indexes' is false.",
                    "Drop it, so that the run builds it again: " + drop + ";  Or set"
                            + " 'migratedb.rebuild-invalid-indexes' to true, by which the run does that.");
        }

        /** A statement that was under way when its run ended. */
        private @Nullable Problem judge(JournalRow row, SqlStatement statement) {
            Fingerprint fingerprint = Fingerprint.of(statement);
            if (!fingerprint.hash().equals(row.hash())) {
                return changed(row, statement.position(), fingerprint.excerpt());
            }
            return switch (inFlight.judge(row, statement, schemaNow())) {
                case DONE -> {
                    first = row.statement() + 1;
                    yield null;
                }
                case TO_BE_RUN -> null;
                case UNKNOWN -> unknown(row, statement.position());
            };
        }

        /** What made the session what it has to be; tables that are locked still have to be so again. */
        private void replay(int number, SqlStatement statement) {
            if (statement.isFirstWord("LOCK")) {
                locked = number;
            } else if (statement.isFirstWord("UNLOCK")) {
                locked = 0;
            } else if (statement.changesSession()) {
                again.add(number);
                String text = statement.sql().toLowerCase(Locale.ROOT);
                schemaChanged |=
                        statement.isFirstWord("USE") || text.contains("schema") || text.contains("search_path");
            }
        }

        private Problem changed(JournalRow row, @Nullable ScriptPosition position, String now) {
            String state = row.state() == State.STARTED ? "was under way when its run ended" : "is done";
            return new Problem(
                    ErrorCode.VALIDATION,
                    step.step().info(),
                    position,
                    last.script()
                            + " has stopped on its way, and can only go on if what has run is unchanged. Statement "
                            + row.statement() + " (line " + row.line() + ") " + state + ", and differs:\n    then: "
                            + row.excerpt() + "\n    now:  " + now,
                    "Give the statement back the text that it had when it ran; what has not run yet may change. Or take back"
                            + " by hand what the migration has left, and run repair, which lets it begin anew.");
        }

        private Problem unknown(JournalRow row, ScriptPosition position) {
            return new Problem(
                    ErrorCode.VALIDATION,
                    step.step().info(),
                    position,
                    row.script() + " was interrupted at statement " + row.statement() + " (line " + row.line()
                            + "), which was begun at " + row.startedAt()
                            + ", and the database does not tell whether it took effect.",
                    "Look whether it did. If so, go on behind it: " + inFlight.tookEffect(row)
                            + "  If not, have it run again: " + inFlight.tookNone(row)
                            + "  Then migrate. Or take back by hand what the migration has left, and run repair, which lets"
                            + " it begin anew.");
        }
    }
}
