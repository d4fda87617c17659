package dev.migratedb.internal.plan;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.result.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a database is where this application needs it, for somebody who does not migrate it.
 *
 * @param pending what a run of this application would have to do
 * @param failed what a run has left behind, and a later one may put right
 * @param problems what no run of this application gets over
 */
public record Readiness(List<MigrationInfo> pending, List<MigrationInfo> failed, List<Problem> problems) {

    public Readiness {
        pending = List.copyOf(pending);
        failed = List.copyOf(failed);
        problems = List.copyOf(problems);
    }

    /** Reads a reconciliation that was made with the same policy. Versions that this application does not know are no problem. */
    public static Readiness of(Reconciliation reconciliation, MigratePolicy policy) {
        List<MigrationInfo> pending = MigratePlan.of(reconciliation, policy).steps().stream()
                .map(MigratePlan.Step::info)
                .toList();
        List<MigrationInfo> failed = reconciliation.lines().stream()
                .filter(line -> line.info().state().isFailed() && !Review.isIgnored(line, policy))
                .map(Reconciled::info)
                .toList();
        List<Problem> problems = Validation.beforeMigrate(reconciliation, policy).stream()
                .filter(problem -> !isOvercome(problem.migration()))
                .toList();
        return new Readiness(pending, failed, problems);
    }

    private static boolean isOvercome(@Nullable MigrationInfo migration) {
        return migration != null
                && (migration.state().isFailed() || migration.state() == MigrationState.FUTURE_SUCCESS);
    }

    /** Whether there is nothing to wait for. */
    public boolean isReady() {
        return pending.isEmpty() && failed.isEmpty() && problems.isEmpty();
    }
}
