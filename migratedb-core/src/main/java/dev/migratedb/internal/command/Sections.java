package dev.migratedb.internal.command;

import dev.migratedb.internal.execution.Rehearsal;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.result.PlanResult.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a rehearsal writes. */
final class Sections implements Rehearsal.Page {

    private final List<Section> complete = new ArrayList<>();
    private final StringBuilder script = new StringBuilder();
    private @Nullable Section current;

    @Override
    public void begin(String title, @Nullable MigrationInfo migration) {
        finish();
        current = new Section(title, migration, null);
    }

    @Override
    public void append(CharSequence text) {
        script.append(text);
    }

    /** Everything so far. */
    List<Section> sections() {
        finish();
        return List.copyOf(complete);
    }

    private void finish() {
        if (current != null) {
            complete.add(
                    new Section(current.title(), current.migration(), script.isEmpty() ? null : script.toString()));
        }
        current = null;
        script.setLength(0);
    }
}
