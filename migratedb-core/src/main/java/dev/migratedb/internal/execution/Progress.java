package dev.migratedb.internal.execution;

import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import java.util.ArrayList;
import java.util.List;

/** What a run has applied and committed so far. */
public final class Progress {

    private final List<MigrationInfo> applied = new ArrayList<>();

    void add(MigrationInfo migration) {
        applied.add(migration);
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
