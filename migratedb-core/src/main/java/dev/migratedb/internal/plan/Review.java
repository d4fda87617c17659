package dev.migratedb.internal.plan;

import dev.migratedb.configuration.IgnorePattern;
import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one line after the other, knowing what all of them together say. */
final class Review {

    private final MigratePolicy policy;
    private final boolean pendingIsFine;
    private final CherryPick picked;

    /** The last row that stands, by version: of several rows of a version, it tells what the database has. */
    private final Map<MigrationVersion, Integer> lastRanks = new HashMap<>();

    /** Repeatable migrations with a row that is a problem, so that their pending run is not a second one. */
    private final Set<Subject> rerun = new HashSet<>();

    private @Nullable MigrationInfo highest;
    private @Nullable MigrationVersion baseline;

    Review(Reconciliation reconciliation, MigratePolicy policy, boolean pendingIsFine) {
        this.policy = policy;
        this.pendingIsFine = pendingIsFine;
        this.picked = new CherryPick(policy.cherryPick());
        reconciliation.lines().forEach(this::survey);
    }

    /** Whether a setting says that the line is no problem, whatever it is. */
    static boolean isIgnored(Reconciled line, MigratePolicy policy) {
        return isIgnored(line.info().kind(), line.info().state(), policy);
    }

    Optional<Problem> problem(Reconciled line) {
        if (isIgnored(line, policy)) {
            return Optional.empty();
        }
        if (!line.info().state().isFailed() && (!picked.admits(line.info()) || isSwitchedOff(line))) {
            return Optional.empty();
        }
        return switch (line.info().state()) {
            case FAILED, MISSING_FAILED, FUTURE_FAILED -> Optional.of(Findings.failed(line));
            case MISSING_SUCCESS -> Optional.of(Findings.missing(line));
            case FUTURE_SUCCESS -> Optional.of(Findings.future(line));
            case IGNORED -> late(line);
            case PENDING -> pending(line);
            case OUTDATED -> isPendingFine(line) ? Optional.empty() : Optional.of(Findings.outdated(line));
            case SUCCESS, OUT_OF_ORDER -> changed(line);
            case ABOVE_TARGET, BELOW_BASELINE, BASELINE_IGNORED, BASELINE, UNDONE, AVAILABLE, SUPERSEDED, DELETED ->
                Optional.empty();
        };
    }

    /** Whether a migration that says that it is not to be run is not run. */
    private static boolean isSwitchedOff(Reconciled line) {
        Candidate candidate = line.candidate();
        MigrationState state = line.info().state();
        return candidate != null
                && !candidate.executes()
                && (state == MigrationState.IGNORED || state == MigrationState.OUTDATED);
    }

    private void survey(Reconciled line) {
        AppliedMigration row = line.applied();
        if (row == null) {
            return;
        }
        MigrationInfo info = line.info();
        MigrationState state = info.state();
        if (info.kind() == MigrationKind.REPEATABLE
                && (state == MigrationState.OUTDATED || state == MigrationState.FAILED)) {
            rerun.add(Subject.of(row));
        }
        MigrationVersion version = row.version();
        RowType type = RowType.of(row);
        if (version == null || !type.raisesVersion()) {
            return;
        }
        if (type.isBaseline() && row.success() && (baseline == null || version.compareTo(baseline) > 0)) {
            baseline = version;
        }
        if (state == MigrationState.UNDONE || state == MigrationState.DELETED) {
            return;
        }
        lastRanks.put(version, row.installedRank());
        if (highest == null || highest.version() == null || version.compareTo(highest.version()) > 0) {
            highest = info;
        }
    }

    private Optional<Problem> late(Reconciled line) {
        return line.info().kind() == MigrationKind.VERSIONED && highest != null
                ? Optional.of(Findings.late(line, highest))
                : Optional.empty();
    }

    private Optional<Problem> pending(Reconciled line) {
        Candidate candidate = line.candidate();
        boolean told = candidate != null && rerun.contains(Subject.of(candidate.migration()));
        return told || isPendingFine(line) ? Optional.empty() : Optional.of(Findings.pending(line));
    }

    private Optional<Problem> changed(Reconciled line) {
        Candidate candidate = line.candidate();
        AppliedMigration row = line.applied();
        if (candidate == null || row == null || RowType.of(row) != RowType.MIGRATION || !isCompared(row)) {
            return Optional.empty();
        }
        List<Difference> differences = Difference.between(row, candidate.migration());
        if (row.version() == null && !isPendingFine(line)) {
            // its checksum equals that of the text before placeholders were replaced, which is good enough for all but
            // a run that is about to trust it
            differences = differences.stream()
                    .filter(difference -> difference.what() != Difference.What.CHECKSUM)
                    .toList();
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(Findings.changed(line, row, candidate, differences));
    }

    private boolean isCompared(AppliedMigration row) {
        MigrationVersion version = row.version();
        if (version == null) {
            return true;
        }
        Integer lastRank = lastRanks.get(version);
        return lastRank != null
                && lastRank == row.installedRank()
                && (baseline == null || version.compareTo(baseline) > 0);
    }

    private boolean isPendingFine(Reconciled line) {
        return pendingIsFine || isIgnored(line.info().kind(), MigrationState.PENDING, policy);
    }

    private static boolean isIgnored(MigrationKind kind, MigrationState state, MigratePolicy policy) {
        for (IgnorePattern pattern : policy.ignorePatterns()) {
            if (pattern.matches(kind == MigrationKind.REPEATABLE, state)) {
                return true;
            }
        }
        return false;
    }
}
