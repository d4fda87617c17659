package dev.migratedb.internal.execution;

import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run has applied and committed so far, and what it is at. Written by the thread of the run. */
public final class Progress {

    private final List<MigrationInfo> applied = new ArrayList<>();
    private volatile @Nullable Step running;

    /** A migration that runs. Read by other threads. */
    static final class Step implements AutoCloseable {

        private final Progress progress;
        private final MigrationInfo migration;
        private final int statements;
        private final long begin = System.nanoTime();
        private volatile int statement;

        private Step(Progress progress, MigrationInfo migration, int statements) {
            this.progress = progress;
            this.migration = migration;
            this.statements = statements;
        }

        MigrationInfo migration() {
            return migration;
        }

        /** As {@link System#nanoTime()}. */
        long begin() {
            return begin;
        }

        /** How many statements it has; 0 where it has none. */
        int statements() {
            return statements;
        }

        /** Which statement is being sent; 0 where that is not known. */
        int statement() {
            return statement;
        }

        /** A statement is about to be sent, by itself; 0 for several together. */
        void sending(int number) {
            statement = number;
        }

        @Override
        public void close() {
            progress.running = null;
        }
    }

    void add(MigrationInfo migration) {
        applied.add(migration);
    }

    /** A migration begins, and ends when the step is closed. */
    Step begins(MigrationInfo migration, int statements) {
        Step step = new Step(this, migration, statements);
        running = step;
        return step;
    }

    /** What runs now; null between migrations. */
    @Nullable
    Step running() {
        return running;
    }

    /** In the order in which they ran. */
    public List<MigrationInfo> applied() {
        return List.copyOf(applied);
    }

    /** In words, as a sentence. */
    String inWords() {
        if (applied.isEmpty()) {
            return "No migration was applied before it in this run.";
        }
        MigrationInfo last = applied.get(applied.size() - 1);
        boolean undo = last.kind() == MigrationKind.UNDO;
        String done = undo ? "undone" : "applied";
        return applied.size() == 1
                ? "The migration that was " + done + " before it in this run, " + Texts.name(last)
                        + (undo ? ", stays undone." : ", stays.")
                : "The " + applied.size() + " migrations that were " + done
                        + " before it in this run, the last of them " + Texts.name(last)
                        + (undo ? ", stay undone." : ", stay.");
    }
}
