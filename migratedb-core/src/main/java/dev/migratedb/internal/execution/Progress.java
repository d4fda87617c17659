package dev.migratedb.internal.execution;

import dev.migratedb.migration.MigrationInfo;
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
        return switch (applied.size()) {
            case 0 -> "No migration was applied before it in this run.";
            case 1 ->
                "The migration that was applied before it in this run, " + Texts.name(applied.get(0)) + ", stays.";
            default ->
                "The " + applied.size() + " migrations that were applied before it in this run, the last of them "
                        + Texts.name(applied.get(applied.size() - 1)) + ", stay.";
        };
    }
}
