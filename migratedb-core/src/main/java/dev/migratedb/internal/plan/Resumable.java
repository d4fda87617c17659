package dev.migratedb.internal.plan;

import dev.migratedb.migration.AppliedMigration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which failed rows stand in nobody's way, since the journal knows how far their migrations have come, and the run goes on with
 * them.
 *
 * @param kept the history without these rows
 * @param failed these rows
 */
public record Resumable(List<AppliedMigration> kept, List<AppliedMigration> failed) {

    public Resumable {
        kept = List.copyOf(kept);
        failed = List.copyOf(failed);
    }

    /**
     * Decides. A failed row whose migration the run would not run stays where it is.
     *
     * @param journaled the migrations that the journal knows, by their {@link MigrationKey}
     * @param plan what a run would do with a history
     */
    public static Resumable of(
            List<AppliedMigration> history,
            Collection<String> journaled,
            Function<List<AppliedMigration>, List<MigratePlan.Step>> plan) {
        List<AppliedMigration> failed = history.stream()
                .filter(row -> !row.success() && row.installedRank() >= 0 && journaled.contains(MigrationKey.of(row)))
                .toList();
        if (failed.isEmpty()) {
            return new Resumable(history, List.of());
        }
        Set<String> steps = new HashSet<>();
        plan.apply(without(history, failed)).forEach(step -> steps.add(MigrationKey.of(step.migration())));
        List<AppliedMigration> taken = failed.stream()
                .filter(row -> steps.contains(MigrationKey.of(row)))
                .toList();
        return new Resumable(without(history, taken), taken);
    }

    private static List<AppliedMigration> without(List<AppliedMigration> history, List<AppliedMigration> rows) {
        List<AppliedMigration> kept = new ArrayList<>(history);
        kept.removeAll(rows);
        return kept;
    }

    /** The failed rows of a migration, by its {@link MigrationKey}. */
    public List<AppliedMigration> failedOf(String migration) {
        return failed.stream()
                .filter(row -> MigrationKey.of(row).equals(migration))
                .toList();
    }
}
