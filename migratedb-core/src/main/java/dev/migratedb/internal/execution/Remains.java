package dev.migratedb.internal.execution;

import org.jspecify.annotations.Nullable;

/**
 * What a failed step has left in the database.
 *
 * @param outcome of its work
 * @param statements that had succeeded before it failed
 * @param recorded whether the history has a failed row for it
 * @param resumable whether the journal knows how far it has come
 * @param doubt why the rollback of a script that only changes rows may have left something; else null
 */
record Remains(
        Outcome outcome,
        int statements,
        boolean recorded,
        boolean resumable,
        @Nullable String doubt) {

    /** What became of the work. */
    enum Outcome {
        /** Nothing is left of it. */
        TAKEN_BACK,
        /** The transaction was rolled back, but DDL had committed before. */
        UP_TO_LAST_DDL,
        /** There was no transaction around it. */
        STAYS,
        /** The connection was lost at the commit, and it could not be looked up what became of it. */
        UNKNOWN,
        /** The commit took place, but its answer was lost. */
        COMMITTED
    }

    boolean isTakenBack() {
        return outcome == Outcome.TAKEN_BACK;
    }

    /** The state of the database in words. */
    String inWords(Work step, String database) {
        if (outcome == Outcome.COMMITTED) {
            return "It was committed: the history has its row, and everything it had done stays. ";
        }
        if (outcome == Outcome.TAKEN_BACK) {
            return "Everything this migration had done was rolled back. ";
        }
        if (outcome == Outcome.UNKNOWN) {
            return "The connection was lost at the commit, and the history could not be asked. If it has the row of this"
                    + " migration, everything the migration had done is committed; else nothing of it is. ";
        }
        String row = recorded
                ? "the history has a failed row. "
                : "the history has no row for it, since none could be written. ";
        if (doubt != null) {
            return "The transaction was rolled back, but " + doubt
                    + ": some of what the migration had done may stay, and " + row;
        }
        if (step.script() != null && statements == 0) {
            return "No statement of the migration had succeeded; " + row;
        }
        if (step.script() != null && step.script().firstControlling() != null && outcome == Outcome.STAYS) {
            return "The migration manages its transactions itself: what it had committed stays, and " + row;
        }
        String done = step.script() == null ? "what it had done" : "what its " + succeeded() + " had done";
        if (outcome == Outcome.UP_TO_LAST_DDL) {
            return database + " commits with each DDL statement: " + done + " stays up to the last DDL statement, and "
                    + row;
        }
        return "The migration ran without a transaction: " + done + " stays, and " + row;
    }

    private String succeeded() {
        return statements == 1 ? "1 statement that succeeded" : statements + " statements that succeeded";
    }

    /** What to do next. */
    String remedy(String script) {
        return switch (outcome) {
            case TAKEN_BACK -> "Correct " + script + " and start again.";
            case COMMITTED -> "Start again: the run goes on behind it. Nothing has to be repaired.";
            case UNKNOWN -> "Start again: a run reads the history first, and does what is missing.";
            case UP_TO_LAST_DDL, STAYS ->
                doubt != null ? lookFirst(script) : resumable ? goOn(script) : beginAnew(script);
        };
    }

    private static String goOn(String script) {
        return "See to the cause, or correct " + script
                + " from the statement on that has failed, and start again: the run"
                + " goes on there, if what is before it is unchanged. Or, to begin anew, take back by hand what the migration"
                + " has left, run repair, correct " + script + " and start again.";
    }

    /** A run that begins it anew would do again what is left. */
    private String lookFirst(String script) {
        return "See what is left of " + script + ", and take it back by hand. Then "
                + (recorded ? "run repair, which removes the failed row, " : "")
                + "see to the cause, or correct the script,"
                + " and start again: it begins anew.";
    }

    private String beginAnew(String script) {
        return "Take back by hand what the migration has left, "
                + (recorded ? "run repair, which removes the failed row, " : "") + "correct " + script
                + " and start again.";
    }
}
