package dev.migratedb.internal.plan;

import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.ResolvedMigration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the settings pick out of everything that was found, in their order. A version picks the migrations of that version, a
 * description the repeatable migration that has it, written with blanks or with underscores.
 *
 * @param items as configured; empty where everything is wanted
 */
record CherryPick(List<String> items) {

    CherryPick {
        items = List.copyOf(items);
    }

    /** Whether anything is left out at all. */
    boolean isActive() {
        return !items.isEmpty();
    }

    boolean admits(ResolvedMigration migration) {
        return !isActive() || place(migration) < items.size();
    }

    boolean admits(MigrationInfo info) {
        return !isActive() || place(info.kind(), info.version(), info.description()) < items.size();
    }

    /** The place in the given order; behind all others for what was not picked. */
    int place(ResolvedMigration migration) {
        return place(migration.kind(), migration.version(), migration.description());
    }

    private int place(MigrationKind kind, @Nullable MigrationVersion version, String description) {
        for (int i = 0; i < items.size(); i++) {
            if (names(items.get(i), kind, version, description)) {
                return i;
            }
        }
        return items.size();
    }

    /** The items that name nothing of this. */
    List<String> unknown(List<Reconciled> lines) {
        return items.stream()
                .filter(item -> lines.stream()
                        .map(Reconciled::info)
                        .noneMatch(info -> names(item, info.kind(), info.version(), info.description())))
                .toList();
    }

    private static boolean names(
            String item, MigrationKind kind, @Nullable MigrationVersion version, String description) {
        if (kind == MigrationKind.REPEATABLE) {
            return version == null && words(item).equals(words(description));
        }
        return version != null && version.equals(version(item));
    }

    /** As the history has them, which is what an applied migration tells. */
    private static String words(String text) {
        return Subject.stored(text.replace('_', ' '));
    }

    private static @Nullable MigrationVersion version(String item) {
        try {
            return MigrationVersion.of(item);
        } catch (IllegalArgumentException ex) {
            return null;
        }
    }
}
