package dev.migratedb.internal.plan;

import dev.migratedb.configuration.UndoPolicy;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What undo will run: for each version to be taken back its undo migration, beginning with the version that was applied
 * last. Repeatable migrations and the beginning of the history are never taken back.
 *
 * @param steps one per version; those that can be run, where there are problems
 * @param versionAfter the highest version that is applied then; null where there is none
 * @param problems why nothing of it must be run
 */
public record UndoPlan(
        List<MigratePlan.Step> steps, @Nullable MigrationVersion versionAfter, List<Problem> problems) {

    public UndoPlan {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /**
     * Decides what to take back: down to the target, itself included, or by number. Fewer than the number are no problem, a
     * version without an undo migration is one.
     */
    public static UndoPlan of(Reconciliation reconciliation, UndoPolicy policy) {
        List<Problem> problems = new ArrayList<>();
        for (Reconciled line : reconciliation.lines()) {
            if (line.applied() != null && line.info().state().isFailed()) {
                problems.add(UndoFindings.failedBefore(line));
            }
        }
        List<Reconciled> applied = appliedLastFirst(reconciliation);
        List<Reconciled> chosen = chosen(applied, reconciliation, policy, problems);
        Map<MigrationVersion, Reconciled> undos = new HashMap<>();
        for (Reconciled line : reconciliation.lines()) {
            if (line.info().state() == MigrationState.AVAILABLE) {
                undos.put(Objects.requireNonNull(line.info().version()), line);
            }
        }
        List<MigratePlan.Step> steps = new ArrayList<>();
        for (Reconciled line : chosen) {
            Reconciled undo = undos.get(line.info().version());
            Candidate candidate = undo == null ? null : undo.candidate();
            if (undo == null || candidate == null) {
                problems.add(UndoFindings.noUndo(line));
            } else {
                steps.add(new MigratePlan.Step(undo.info(), candidate.migration(), false));
            }
        }
        return new UndoPlan(steps, highestBut(chosen, reconciliation), problems);
    }

    private static List<Reconciled> appliedLastFirst(Reconciliation reconciliation) {
        List<Reconciled> applied = new ArrayList<>();
        for (Reconciled line : reconciliation.lines()) {
            AppliedMigration row = line.applied();
            if (row != null && row.version() != null && RowType.of(row) == RowType.MIGRATION && stands(line)) {
                applied.add(line);
            }
        }
        Collections.reverse(applied);
        return applied;
    }

    private static boolean stands(Reconciled line) {
        MigrationState state = line.info().state();
        return !state.isFailed() && state != MigrationState.UNDONE && state != MigrationState.DELETED;
    }

    private static List<Reconciled> chosen(
            List<Reconciled> applied, Reconciliation reconciliation, UndoPolicy policy, List<Problem> problems) {
        MigrationVersion target = policy.target();
        if (target == null) {
            return applied.subList(0, Math.min(policy.count(), applied.size()));
        }
        if (!isKnown(target, reconciliation)) {
            problems.add(UndoFindings.unknownTarget(target));
            return List.of();
        }
        int end = 0;
        while (end < applied.size() && version(applied.get(end)).compareTo(target) >= 0) {
            end++;
        }
        applied.subList(end, applied.size()).stream()
                .filter(line -> version(line).compareTo(target) >= 0)
                .findFirst()
                .ifPresent(beyond -> problems.add(UndoFindings.appliedAfter(applied, beyond, target)));
        return applied.subList(0, end);
    }

    private static boolean isKnown(MigrationVersion version, Reconciliation reconciliation) {
        return reconciliation.lines().stream()
                .map(Reconciled::info)
                .anyMatch(info -> version.equals(info.version())
                        && (info.kind() == MigrationKind.VERSIONED || info.kind() == MigrationKind.BASELINE));
    }

    private static @Nullable MigrationVersion highestBut(List<Reconciled> undone, Reconciliation reconciliation) {
        MigrationVersion highest = null;
        for (Reconciled line : reconciliation.lines()) {
            AppliedMigration row = line.applied();
            boolean counts = row != null
                    && row.version() != null
                    && RowType.of(row).raisesVersion()
                    && stands(line)
                    && !undone.contains(line);
            if (counts && (highest == null || version(line).compareTo(highest) > 0)) {
                highest = version(line);
            }
        }
        return highest;
    }

    static MigrationVersion version(Reconciled line) {
        return Objects.requireNonNull(line.info().version());
    }
}
