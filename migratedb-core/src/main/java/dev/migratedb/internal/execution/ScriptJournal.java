package dev.migratedb.internal.execution;

import dev.migratedb.internal.execution.JournalPolicy.Mode;
import dev.migratedb.internal.history.JournalRow;
import dev.migratedb.internal.history.JournalRow.State;
import dev.migratedb.internal.plan.MigrationKey;
import dev.migratedb.internal.script.CheckedScript;
import dev.migratedb.internal.script.SqlStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what an earlier run of a script has done already, and keeps the journal of what this one does, where a rollback
 * would not take that back.
 *
 * <p>A statement that may commit is noted before it is sent, and marked as done, and that committed, as soon as it has
 * succeeded. Other statements are noted behind it, in the same transaction: row and work are there, or neither is. So the one
 * statement of which nobody knows what became of it is the one that is noted as started.
 */
final class ScriptJournal implements ScriptRunner.Listener {

    private static final int MOST_UNWRITTEN = 100;

    /** What a statement in flight has done when its script has failed. */
    enum Effect {
        /** Nothing. */
        NONE,
        /** Nothing, if its error is to be believed: one that was cancelled may have been at its end already. */
        DOUBTFUL,
        /** Nobody has said. */
        UNKNOWN
    }

    /** What the SQLStates of errors begin with by which a server says that it has not carried a statement out. */
    private static final List<String> REFUSALS = List.of("0A", "22", "23", "42");

    private static final String SYNTAX_OR_NAME = "42";

    /**
     * A statement that was sent, or is about to be.
     *
     * @param row null where nothing of it is noted
     * @param again whether it is sent only for what it does to the session
     */
    private record Sent(@Nullable JournalRow row, Mode mode, boolean again) {}

    private final ScriptRunner.Listener events;
    private final JournalPolicy policy;
    private final boolean kept;
    private final JournalWriter writer;
    private final @Nullable Resumption resumption;
    private final WorkConnection work;
    private final ScriptTransactions transactions;
    private final int first;

    /** Statements of which after() will tell. */
    private final Deque<Sent> sent = new ArrayDeque<>();

    /** What is done and not written yet, all of it since the last commit, or since tables were locked. */
    private final List<JournalRow> unwritten = new ArrayList<>();

    /** How many of these are committed, which only locked tables keep from being written. */
    private int committed;

    private @Nullable JournalRow locking;
    private @Nullable JournalRow inFlight;
    private @Nullable Presence presence;

    /** What has succeeded, and is not marked as done yet. */
    private @Nullable JournalRow succeeded;

    private int begun;

    private ScriptJournal(
            Work step,
            ScriptRunner.Listener events,
            JournalPolicy policy,
            boolean kept,
            JournalWriter writer,
            WorkConnection work) {
        this.events = events;
        this.policy = policy;
        this.kept = kept;
        this.writer = writer;
        this.resumption = step.resumption();
        this.work = work;
        this.transactions = new ScriptTransactions(work);
        this.first = resumption == null ? 1 : resumption.first();
    }

    /**
     * The journal of a step; it notes nothing where a rollback takes everything back, or nothing is done at all.
     *
     * @param events told of every statement that is run, as if there were no journal
     */
    static ScriptJournal of(Work step, ScriptRunner.Listener events, HistoryWriter history, WorkConnection work) {
        CheckedScript script = step.script();
        JournalPolicy policy = new JournalPolicy(
                MigrationKey.of(step.step().migration()),
                step.step().migration().script(),
                step.transactional(),
                script != null && script.firstControlling() != null,
                work.dialect(),
                history.clock());
        boolean kept =
                work.rehearsal() == null && step.isJournaled(work.dialect().transactionalDdl());
        return new ScriptJournal(step, events, policy, kept, history.journal(), work);
    }

    /** To be called before the transaction of the script begins. */
    void begin(RunScope scope) {
        if (kept) {
            writer.prepare();
        }
        if (resumption != null) {
            String place = "Going on with " + policy.script() + " " + resumption.place();
            scope.log().info("{}; what is before that is done already", place);
            scope.note(place + "; what is before that is done already");
            resumption.before().forEach(statement -> {
                scope.log()
                        .info("The index that its statement has left is invalid, so it is built anew: {}", statement);
                work.jdbc().execute(statement);
            });
        }
    }

    /** Takes out what is noted of the script, which has come to its end. To be called in the transaction of its row. */
    void end() {
        writer.remove(policy.migration());
    }

    @Override
    public boolean before(SqlStatement statement) {
        int number = ++begun;
        if (number < first) {
            boolean sends = resumption != null && resumption.again().contains(number);
            if (sends) {
                sent.add(new Sent(null, Mode.WITHIN, true));
                lockAgain(number, statement);
            }
            return sends;
        }
        boolean runs = events.before(statement);
        if (!kept) {
            if (runs) {
                sent.add(new Sent(null, Mode.WITHIN, false));
            }
            return runs;
        }
        Mode mode = locking != null && policy.mode(statement) == Mode.TOGETHER ? Mode.AROUND : policy.mode(statement);
        presence = mode == Mode.AROUND && locking == null ? Presence.before(statement, new ObjectProbe(work)) : null;
        JournalRow row = policy.begun(number, statement, presence == null ? null : presence.before());
        if (!runs) {
            note(row);
            return false;
        }
        sent.add(new Sent(row, mode, false));
        if (mode == Mode.TOGETHER) {
            transactions.begin();
        } else if (mode == Mode.AROUND) {
            inFlight = row;
            if (locking == null) {
                unwritten.add(row);
                flush();
                if (!policy.transactional()) {
                    transactions.written();
                }
                locking = policy.locksTables(statement) ? row : null;
            }
        }
        return true;
    }

    /** Tables that were locked where the script goes on: from here on nobody knows again. */
    private void lockAgain(int number, SqlStatement statement) {
        if (kept && policy.locksTables(statement)) {
            locking = policy.begun(number, statement, null);
            writer.put(locking);
        }
    }

    @Override
    public void after(SqlStatement statement, long updateCount, List<SQLWarning> warnings) {
        if (done(statement)) {
            events.after(statement, updateCount, warnings);
        }
    }

    @Override
    public void tolerated(SqlStatement statement, SQLException failure) {
        if (done(statement)) {
            events.tolerated(statement, failure);
        }
    }

    @Override
    public boolean stays() {
        Sent last = sent.peekLast();
        return last != null && last.mode() == Mode.AROUND;
    }

    @Override
    public boolean takesBack() {
        Sent last = sent.peekLast();
        if (last == null || last.mode() != Mode.TOGETHER) {
            return false;
        }
        transactions.rollback();
        return true;
    }

    /** False where nobody is to be told of it. */
    private boolean done(SqlStatement statement) {
        Sent done = sent.remove();
        JournalRow row = done.row();
        if (row != null) {
            switch (done.mode()) {
                case WITHIN -> note(row);
                case TOGETHER -> {
                    unwritten.add(row.as(State.DONE));
                    flush();
                    transactions.end();
                }
                case AROUND -> {
                    inFlight = null;
                    finish(row, statement);
                }
            }
        }
        return !done.again();
    }

    /** A statement that has its row in the transaction that it is in itself. */
    private void note(JournalRow row) {
        unwritten.add(row.as(State.DONE));
        if (locking == null && unwritten.size() >= MOST_UNWRITTEN) {
            flush();
        }
    }

    /** A statement that may have committed. */
    private void finish(JournalRow row, SqlStatement statement) {
        if (locking != null && statement.isFirstWord("UNLOCK")) {
            unlocked(row, locking);
            return;
        }
        if (locking != null) {
            if (!row.equals(locking)) {
                unwritten.add(row.as(State.DONE));
            }
            if (policy.transactional()) {
                // it may have been one that does not; the tables stay locked
                transactions.commit();
            }
            committed = unwritten.size();
            return;
        }
        succeeded = policy.staysBySuccess(statement) ? row : null;
        writer.put(row.as(State.DONE));
        if (policy.transactional()) {
            transactions.commit();
        } else {
            transactions.written();
        }
        succeeded = null;
    }

    /** The journal is within reach again; what is committed by that stays to be noted until it is. */
    private void unlocked(JournalRow row, JournalRow lockedBy) {
        unwritten.add(row.as(State.DONE));
        committed = unwritten.size();
        unwritten.forEach(writer::put);
        writer.put(lockedBy.as(State.DONE));
        if (policy.transactional()) {
            transactions.commit();
        } else {
            transactions.written();
        }
        unwritten.clear();
        committed = 0;
        locking = null;
    }

    private void flush() {
        if (resumption != null && !unwritten.isEmpty() && unwritten.get(0).statement() == first) {
            // an earlier attempt has left a row for it
            writer.put(unwritten.remove(0));
        }
        writer.insert(List.copyOf(unwritten));
        unwritten.clear();
        committed = 0;
    }

    /**
     * Notes what is left of the script after the rollback, so that it can go on there.
     *
     * @param effect of the statement in flight
     */
    void failed(Effect effect) {
        if (!kept) {
            return;
        }
        boolean known = effect != Effect.UNKNOWN;
        if (succeeded != null) {
            writer.done(succeeded);
        }
        if (locking != null) {
            // what could not be noted between the commits of the server is known only where there was none at the end
            boolean mayHaveCommitted = inFlight != null && unwritten.size() > committed;
            if (known && !(policy.transactional() && mayHaveCommitted)) {
                writer.put(locking.as(State.DONE));
                unwritten
                        .subList(0, policy.transactional() ? committed : unwritten.size())
                        .forEach(writer::put);
            }
        } else if (inFlight != null && known && (effect == Effect.NONE || hasLeftNoTraces())) {
            writer.failed(inFlight);
        }
        if (!writer.table().has(policy.migration())) {
            // nothing of it is left: it begins at the beginning
            writer.put(policy.nothing());
        }
    }

    /** Else it stays noted as started, and the next run looks at what is there. */
    private boolean hasLeftNoTraces() {
        return presence == null || presence.isUnchanged(new ObjectProbe(work));
    }

    /** What the statement in flight has done, as far as a failure tells. */
    Effect effect(Throwable failure) {
        if (inFlight == null || failure instanceof HistoryWriteException) {
            return Effect.NONE;
        }
        if (failure instanceof StatementFailedException failed) {
            if (failed.failure() instanceof Interruption.StoppedException stopped && stopped.isBetweenStatements()) {
                return Effect.NONE;
            }
            if (JournalPolicy.mayDoAPart(failed.statement())) {
                return Effect.UNKNOWN;
            }
            String state = String.valueOf(failed.failure().getSQLState());
            boolean unnamedIndex = presence == null && work.dialect().mayLeaveInvalidIndex(failed.statement());
            if (unnamedIndex && !state.startsWith(SYNTAX_OR_NAME)) {
                // an invalid one may be left, of whatever name
                return Effect.UNKNOWN;
            }
            if (REFUSALS.stream().anyMatch(state::startsWith)) {
                return Effect.NONE;
            }
        }
        return work.isLost() ? Effect.UNKNOWN : Effect.DOUBTFUL;
    }

    /** Whether the journal knows where a failed script goes on. */
    boolean isKept() {
        return kept;
    }

    @Override
    public boolean wantsEach() {
        return events.wantsEach();
    }
}
