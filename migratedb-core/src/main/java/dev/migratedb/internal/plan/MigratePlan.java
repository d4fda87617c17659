package dev.migratedb.internal.plan;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.migration.TargetVersion.Mode;
import dev.migratedb.resolver.ResolvedMigration;
import java.util.ArrayList;
import java.util.List;

/**
 * What migrate will run, in order: a baseline migration where the history is empty, versioned migrations by version,
 * then repeatable ones by description; or, where the settings pick migrations, in the order in which they do.
 *
 * @param steps one per migration
 */
public record MigratePlan(List<Step> steps) {

    public MigratePlan {
        steps = List.copyOf(steps);
    }

    /**
     * One migration to run.
     *
     * @param info as the user sees it, pending
     * @param migration what to run
     * @param outOfOrder whether a higher version is applied already
     */
    public record Step(MigrationInfo info, ResolvedMigration migration, boolean outOfOrder) {}

    /** Takes from a reconciliation what is to be run. Both must have been made with the same policy. */
    public static MigratePlan of(Reconciliation reconciliation, MigratePolicy policy) {
        MigrationVersion current = reconciliation.currentVersion();
        List<Step> steps = new ArrayList<>();
        for (Reconciled line : reconciliation.lines()) {
            Candidate candidate = line.candidate();
            if (candidate != null && line.info().state() == MigrationState.PENDING) {
                MigrationVersion version = candidate.migration().version();
                boolean outOfOrder = version != null && current != null && version.compareTo(current) < 0;
                steps.add(new Step(line.info(), candidate.migration(), outOfOrder));
                current = version == null || outOfOrder ? current : version;
            }
        }
        boolean onlyOne = policy.target().mode() == Mode.NEXT && steps.size() > 1;
        return new MigratePlan(onlyOne ? steps.subList(0, 1) : steps);
    }
}
