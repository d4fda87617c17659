package dev.migratedb.internal.plan;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.migration.TargetVersion;
import dev.migratedb.result.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether files and history agree. Problems come in the order of the lines; a migration has one problem at most. */
public final class Validation {

    private Validation() {}

    /**
     * Everything that is wrong.
     *
     * @param pendingIsFine true inside of migrate, which is about to run what is pending
     */
    public static List<Problem> problems(Reconciliation reconciliation, MigratePolicy policy, boolean pendingIsFine) {
        List<Problem> problems = new ArrayList<>(targetProblems(reconciliation, policy));
        problems.addAll(pickProblems(reconciliation, policy));
        Review review = new Review(reconciliation, policy, pendingIsFine);
        for (Reconciled line : reconciliation.lines()) {
            review.problem(line).ifPresent(problems::add);
        }
        return List.copyOf(problems);
    }

    /** A target that no migration has, unless it was said that this is no error. To be asked for in every run. */
    public static List<Problem> targetProblems(Reconciliation reconciliation, MigratePolicy policy) {
        TargetVersion target = policy.target();
        MigrationVersion version = target.version();
        if (version == null || !target.failIfUnknown()) {
            return List.of();
        }
        MigrationVersion highest = null;
        for (Reconciled line : reconciliation.lines()) {
            MigrationVersion known = line.info().version();
            if (known == null || !isTargetable(line)) {
                continue;
            }
            if (known.equals(version)) {
                return List.of();
            }
            highest = highest == null || known.compareTo(highest) > 0 ? known : highest;
        }
        return List.of(Findings.unknownTarget(version, highest));
    }

    /** What the settings pick although it does not exist. */
    private static List<Problem> pickProblems(Reconciliation reconciliation, MigratePolicy policy) {
        return new CherryPick(policy.cherryPick())
                .unknown(reconciliation.lines()).stream()
                        .map(Findings::unknownPick)
                        .toList();
    }

    /** What must stop migrate even if it does not validate: an unknown target or pick, and failed rows. */
    public static List<Problem> blocking(Reconciliation reconciliation, MigratePolicy policy) {
        List<Problem> problems = new ArrayList<>(targetProblems(reconciliation, policy));
        problems.addAll(pickProblems(reconciliation, policy));
        for (Reconciled line : reconciliation.lines()) {
            MigrationState state = line.info().state();
            boolean ignored = state == MigrationState.FUTURE_FAILED && Review.isIgnored(line, policy);
            if (state.isFailed() && !ignored) {
                problems.add(Findings.failed(line));
            }
        }
        return List.copyOf(problems);
    }

    /** What must stop migrate: {@link #problems} where it validates, and {@link #blocking}, each problem once. */
    public static List<Problem> beforeMigrate(Reconciliation reconciliation, MigratePolicy policy) {
        Set<Problem> problems = new LinkedHashSet<>();
        if (policy.validateOnMigrate()) {
            problems.addAll(problems(reconciliation, policy, true));
        }
        problems.addAll(blocking(reconciliation, policy));
        return List.copyOf(problems);
    }

    /** An undo migration alone does not make its version one that migrate could reach. */
    private static boolean isTargetable(Reconciled line) {
        return switch (line.info().kind()) {
            case VERSIONED, BASELINE -> true;
            case UNDO, REPEATABLE -> false;
        };
    }
}
