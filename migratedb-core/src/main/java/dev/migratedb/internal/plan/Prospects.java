package dev.migratedb.internal.plan;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.migration.TargetVersion;
import dev.migratedb.migration.TargetVersion.Mode;
import dev.migratedb.resolver.ResolvedMigration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order and the states of what was found and is not applied. */
final class Prospects {

    /**
     * The order in which they would run: by version, a baseline migration after the versioned one of the same version
     * and an undo migration after both, then repeatable ones by description.
     */
    static final Comparator<ResolvedMigration> ORDER = Comparator.comparing(
                    ResolvedMigration::version, Comparator.nullsLast(Comparator.<MigrationVersion>naturalOrder()))
            .thenComparing(ResolvedMigration::kind, Comparator.comparingInt(Prospects::place))
            .thenComparing(ResolvedMigration::description);

    private final Ledger ledger;
    private final MigratePolicy policy;
    private final CherryPick picked;
    private final @Nullable MigrationVersion pendingBaseline;
    private final @Nullable MigrationVersion baseline;

    private Prospects(Ledger ledger, MigratePolicy policy, List<Candidate> candidates) {
        this.ledger = ledger;
        this.policy = policy;
        this.picked = new CherryPick(policy.cherryPick());
        this.pendingBaseline = pendingBaseline(candidates, ledger);
        this.baseline = pendingBaseline != null ? pendingBaseline : ledger.baseline();
    }

    /** A line for each candidate that still can run, in order. */
    static List<Reconciled> lines(List<Candidate> candidates, Ledger ledger, MigratePolicy policy) {
        Prospects prospects = new Prospects(ledger, policy, candidates);
        List<Candidate> ordered = candidates.stream()
                .filter(candidate -> !isDone(candidate, ledger))
                .sorted(Comparator.comparing(Candidate::migration, prospects.order()))
                .toList();
        List<Reconciled> lines = new ArrayList<>(ordered.size());
        boolean nextIsTaken = false;
        for (Candidate candidate : ordered) {
            MigrationState state = prospects.state(candidate);
            if (state == MigrationState.PENDING
                    && policy.target().mode() == Mode.NEXT
                    && candidate.migration().version() != null) {
                state = nextIsTaken ? MigrationState.ABOVE_TARGET : state;
                nextIsTaken = true;
            }
            lines.add(Lines.unapplied(candidate, state));
        }
        return lines;
    }

    /** {@link #ORDER}, behind that of the settings where these pick something. */
    private Comparator<ResolvedMigration> order() {
        return Comparator.comparingInt(picked::place).thenComparing(ORDER);
    }

    private static int place(MigrationKind kind) {
        return switch (kind) {
            case VERSIONED -> 0;
            case BASELINE -> 1;
            case UNDO -> 2;
            case REPEATABLE -> 3;
        };
    }

    private static boolean isDone(Candidate candidate, Ledger ledger) {
        Identity identity = Identity.of(candidate.migration());
        return switch (identity.kind()) {
            case VERSIONED, BASELINE -> ledger.standing().contains(identity);
            case UNDO -> ledger.isSpent(identity.subject());
            case REPEATABLE -> {
                Ledger.Entry latest = ledger.latestRuns().get(identity.subject());
                yield latest != null
                        && latest.type() == RowType.MIGRATION
                        && Checksums.upToDate(latest.row().checksum(), candidate);
            }
        };
    }

    /** The newest baseline migration that the target admits, where no version has left anything in the database. */
    private @Nullable MigrationVersion pendingBaseline(List<Candidate> candidates, Ledger ledger) {
        TargetVersion target = policy.target();
        if (ledger.hasVersions() || target.mode() == Mode.CURRENT) {
            return null;
        }
        MigrationVersion newest = null;
        for (Candidate candidate : candidates) {
            MigrationVersion version = candidate.migration().version();
            if (candidate.migration().kind() == MigrationKind.BASELINE
                    && version != null
                    && isWanted(candidate)
                    && !isBelow(target.version(), version)
                    && (newest == null || isBelow(newest, version))) {
                newest = version;
            }
        }
        return newest;
    }

    /** Whether neither the settings nor the migration itself leave it out. */
    private boolean isWanted(Candidate candidate) {
        return candidate.executes() && picked.admits(candidate.migration());
    }

    private MigrationState state(Candidate candidate) {
        ResolvedMigration migration = candidate.migration();
        MigrationVersion version = migration.version();
        if (!isWanted(candidate)) {
            return MigrationState.IGNORED;
        }
        if (version == null) {
            return MigrationState.PENDING;
        }
        return switch (migration.kind()) {
            case UNDO -> MigrationState.AVAILABLE;
            case BASELINE -> ofBaseline(version);
            case VERSIONED, REPEATABLE -> ofVersioned(version);
        };
    }

    private MigrationState ofBaseline(MigrationVersion version) {
        if (pendingBaseline != null && version.equals(pendingBaseline)) {
            return MigrationState.PENDING;
        }
        if (baseline != null && version.compareTo(baseline) <= 0) {
            return atOrBelowBaseline(version, baseline);
        }
        return isAboveTarget(version) ? MigrationState.ABOVE_TARGET : MigrationState.IGNORED;
    }

    private MigrationState ofVersioned(MigrationVersion version) {
        if (baseline != null && version.compareTo(baseline) <= 0) {
            return atOrBelowBaseline(version, baseline);
        }
        if (isAboveTarget(version)) {
            return MigrationState.ABOVE_TARGET;
        }
        if (isBelow(version, ledger.highest()) && !policy.outOfOrder() && !picked.isActive()) {
            return MigrationState.IGNORED;
        }
        // a late version that would be let in, but the target lets in nothing versioned
        return policy.target().mode() == Mode.CURRENT ? MigrationState.ABOVE_TARGET : MigrationState.PENDING;
    }

    private static MigrationState atOrBelowBaseline(MigrationVersion version, MigrationVersion baseline) {
        return version.equals(baseline) ? MigrationState.BASELINE_IGNORED : MigrationState.BELOW_BASELINE;
    }

    private boolean isAboveTarget(MigrationVersion version) {
        return switch (policy.target().mode()) {
            case LATEST, NEXT -> false;
            case CURRENT -> ledger.highest() == null || version.compareTo(ledger.highest()) > 0;
            case VERSION -> isBelow(policy.target().version(), version);
        };
    }

    private static boolean isBelow(@Nullable MigrationVersion version, @Nullable MigrationVersion other) {
        return version != null && other != null && version.compareTo(other) < 0;
    }
}
