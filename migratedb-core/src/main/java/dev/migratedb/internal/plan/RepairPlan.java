package dev.migratedb.internal.plan;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.ResolvedMigration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What repair will do to the history, in this order.
 *
 * @param removals failed rows, to be taken out
 * @param alignments rows as they shall be, to agree with their migrations
 * @param deletions rows whose migrations are gone for good, each to be followed by a row that says so
 */
public record RepairPlan(List<Fix> removals, List<Fix> alignments, List<Fix> deletions) {

    public RepairPlan {
        removals = List.copyOf(removals);
        alignments = List.copyOf(alignments);
        deletions = List.copyOf(deletions);
    }

    /**
     * A row to be corrected.
     *
     * @param info as the user sees it, before the correction
     * @param row see {@link RepairPlan}
     */
    public record Fix(MigrationInfo info, AppliedMigration row) {}

    /** Decides what to do. What becomes of the rows that stay is judged as if failed rows were gone already. */
    public static RepairPlan of(List<Candidate> candidates, List<AppliedMigration> history, MigratePolicy policy) {
        List<Fix> removals = new ArrayList<>();
        List<AppliedMigration> kept = new ArrayList<>(history);
        for (Reconciled line : Reconciliation.of(candidates, history, policy).lines()) {
            AppliedMigration row = line.applied();
            if (row != null && line.info().state().isFailed()) {
                removals.add(new Fix(line.info(), row));
                kept.remove(row);
            }
        }
        List<Reconciled> lines = Reconciliation.of(candidates, kept, policy).lines();
        Map<MigrationVersion, Integer> lastRanks = lastRanks(lines);
        List<Fix> alignments = new ArrayList<>();
        List<Fix> deletions = new ArrayList<>();
        for (Reconciled line : lines) {
            AppliedMigration row = line.applied();
            if (row == null) {
                continue;
            }
            MigrationState state = line.info().state();
            boolean gone = state == MigrationState.MISSING_SUCCESS || state == MigrationState.FUTURE_SUCCESS;
            if (gone && !Review.isIgnored(line, policy)) {
                deletions.add(new Fix(line.info(), row));
            } else if (row.version() == null || isLast(row, lastRanks)) {
                aligned(line, row).ifPresent(aligned -> alignments.add(new Fix(line.info(), aligned)));
            }
        }
        return new RepairPlan(removals, alignments, deletions);
    }

    /** Whether nothing is wrong with the history. */
    public boolean isEmpty() {
        return removals.isEmpty() && alignments.isEmpty() && deletions.isEmpty();
    }

    /** Of several rows of a version that stand, the last one tells what the database has. */
    private static Map<MigrationVersion, Integer> lastRanks(List<Reconciled> lines) {
        Map<MigrationVersion, Integer> lastRanks = new HashMap<>();
        for (Reconciled line : lines) {
            AppliedMigration row = line.applied();
            if (row != null && row.version() != null && isAlignable(line.info().state())) {
                lastRanks.put(row.version(), row.installedRank());
            }
        }
        return lastRanks;
    }

    private static boolean isLast(AppliedMigration row, Map<MigrationVersion, Integer> lastRanks) {
        Integer last = lastRanks.get(row.version());
        return last != null && last == row.installedRank();
    }

    private static boolean isAlignable(MigrationState state) {
        return state == MigrationState.SUCCESS
                || state == MigrationState.OUT_OF_ORDER
                || state == MigrationState.BASELINE;
    }

    /** The row as its migration says; empty where it says so already, or has no say. */
    private static Optional<AppliedMigration> aligned(Reconciled line, AppliedMigration row) {
        Candidate candidate = line.candidate();
        if (candidate == null
                || !isAlignable(line.info().state())
                || !RowType.of(row).raisesVersion()) {
            return Optional.empty();
        }
        ResolvedMigration migration = candidate.migration();
        boolean sameChecksum = Objects.equals(row.checksum(), migration.checksum());
        if (row.version() == null) {
            // up to date by the checksum of the raw text; other differences are for the next run, which renews the row
            return sameChecksum
                    ? Optional.empty()
                    : Optional.of(with(row, row.description(), row.type(), migration.checksum()));
        }
        if (sameChecksum && Difference.between(row, migration).isEmpty()) {
            return Optional.empty();
        }
        boolean sameLanguage = RowType.language(row.type()).equals(RowType.language(migration.type()));
        return Optional.of(with(
                row,
                migration.description(),
                sameLanguage ? row.type() : migration.type(),
                sameChecksum ? row.checksum() : migration.checksum()));
    }

    private static AppliedMigration with(
            AppliedMigration row, String description, String type, @Nullable Integer checksum) {
        return new AppliedMigration(
                row.installedRank(),
                row.version(),
                description,
                type,
                row.script(),
                checksum,
                row.installedBy(),
                row.installedOn(),
                row.executionTimeMillis(),
                row.success());
    }
}
