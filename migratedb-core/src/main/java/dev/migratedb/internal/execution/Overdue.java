package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.TableLocks;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a statement had to be given up. */
sealed interface Overdue {

    /** What to say beside what the database says. */
    String inWords();

    /** What to do about it, as sentences. */
    String remedy();

    /** A duration in words. */
    static String words(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /**
     * It has waited too long for the lock of a table.
     *
     * @param limit how long
     * @param tries how often
     * @param holders who held it; empty where that is not known
     * @param ends statements that end their sessions
     */
    record Lock(Duration limit, int tries, List<TableLocks.Holder> holders, List<String> ends) implements Overdue {

        public Lock {
            holders = List.copyOf(holders);
            ends = List.copyOf(ends);
        }

        /** The same after some tries; who held it may have shown in an earlier one only. */
        Lock after(int number, @Nullable Lock before) {
            Lock known = holders.isEmpty() && before != null ? before : this;
            return new Lock(limit, number, known.holders, known.ends);
        }

        String holder() {
            return holders.isEmpty()
                    ? "held by somebody who could not be found out"
                    : "held by "
                            + holders.stream().map(TableLocks.Holder::inWords).collect(Collectors.joining("; or by "));
        }

        @Override
        public String inWords() {
            return "\nThe lock that it needs was not free within " + words(limit)
                    + " ('migratedb.ddl-lock-timeout'), longer than which nobody shall wait behind it"
                    + (tries > 1 ? "; it was tried " + tries + " times" : "") + ". It is " + holder() + ".";
        }

        @Override
        public String remedy() {
            String end = ends.isEmpty() ? "" : ", or end it (" + String.join("; ", ends) + ")";
            return "Let the transaction end that holds the lock" + end
                    + ", and start again. 'migratedb.ddl-lock-retries' has it tried more often; ddlLockTimeout=… at the head"
                    + " of the script has it wait longer, with everybody else behind it.";
        }
    }

    /**
     * It has run too long.
     *
     * @param limit how long
     */
    record Running(Duration limit) implements Overdue {

        @Override
        public String inWords() {
            return "\nIt was cancelled after " + words(limit)
                    + ", as 'migratedb.statement-timeout' or the head of the script" + " (statementTimeout) says.";
        }

        @Override
        public String remedy() {
            return "Make the statement faster, or allow a longer time: 'migratedb.statement-timeout' for all scripts,"
                    + " '-- migratedb: statementTimeout=…' at the head of this one.";
        }
    }
}
