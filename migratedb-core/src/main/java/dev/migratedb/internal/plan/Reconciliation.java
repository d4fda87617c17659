package dev.migratedb.internal.plan;

import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.internal.plan.Ledger.Entry;
import dev.migratedb.internal.plan.Ledger.Fate;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found, beside what is in the history, with the state of each. All commands are readings of this value.
 *
 * <p>A row finds its migration by kind and version, or by description where there is no version. A version that was
 * applied is never pending again unless it was undone or deleted, whatever its migration is written in by now. A
 * repeatable migration that has changed has two lines: the outdated row, and the pending run.
 *
 * @param lines applied ones by rank, then those that are not applied in the order in which they would run
 * @param currentVersion the highest version that is applied (not undone, not deleted, not failed); null where there is
 *     none
 */
public record Reconciliation(
        List<Reconciled> lines, @Nullable MigrationVersion currentVersion) {

    public Reconciliation {
        lines = List.copyOf(lines);
    }

    /**
     * Puts both sides together. Rows with a negative rank are left out; unknown types are taken as they are.
     *
     * @throws MigrateDbException if two candidates have the same identity
     */
    public static Reconciliation of(List<Candidate> candidates, List<AppliedMigration> history, MigratePolicy policy) {
        Ledger ledger = LedgerReader.read(history);
        Map<Identity, Candidate> byIdentity = byIdentity(candidates);
        RowStates states = new RowStates(ledger, highestVersion(candidates));
        List<Reconciled> lines = new ArrayList<>();
        for (Entry entry : ledger.entries()) {
            Candidate candidate = counterpart(entry, byIdentity);
            lines.add(Lines.applied(entry, candidate, states.of(entry, candidate)));
        }
        lines.addAll(Prospects.lines(candidates, ledger, policy));
        return new Reconciliation(lines, ledger.current());
    }

    /**
     * What the user sees: what the history begins above, then all other lines. The row that says that another one is deleted is
     * not shown, as the other one is.
     */
    public List<MigrationInfo> infos() {
        Map<Boolean, List<MigrationInfo>> byBaseline = lines.stream()
                .filter(line -> line.applied() == null || RowType.of(line.applied()) != RowType.DELETE)
                .map(Reconciled::info)
                .collect(Collectors.partitioningBy(Reconciliation::isBelowTheHistory));
        return Stream.of(true, false)
                .flatMap(below -> byBaseline.getOrDefault(below, List.of()).stream())
                .toList();
    }

    private static boolean isBelowTheHistory(MigrationInfo info) {
        return info.state() == MigrationState.BELOW_BASELINE || info.state() == MigrationState.BASELINE_IGNORED;
    }

    private static Map<Identity, Candidate> byIdentity(List<Candidate> candidates) {
        Map<Identity, Candidate> byIdentity = new HashMap<>();
        for (Candidate candidate : candidates) {
            Candidate other = byIdentity.put(Identity.of(candidate.migration()), candidate);
            if (other != null) {
                throw new MigrateDbException(
                        ErrorCode.DUPLICATE_MIGRATION,
                        other.migration().script() + " and "
                                + candidate.migration().script()
                                + " are the same migration to the history, so only one of them could ever run."
                                + " Nothing was changed. Give one of them another version, or another description where"
                                + " they have no version.");
            }
        }
        return byIdentity;
    }

    /** A deleted row has none, even if the file is back: then it has a line of its own. */
    private static @Nullable Candidate counterpart(Entry entry, Map<Identity, Candidate> byIdentity) {
        return entry.type().hasCounterpart() && entry.fate() != Fate.DELETED ? byIdentity.get(entry.identity()) : null;
    }

    private static @Nullable MigrationVersion highestVersion(List<Candidate> candidates) {
        MigrationVersion highest = null;
        for (Candidate candidate : candidates) {
            MigrationVersion version = candidate.migration().version();
            if (candidate.migration().kind() != MigrationKind.UNDO
                    && version != null
                    && (highest == null || version.compareTo(highest) > 0)) {
                highest = version;
            }
        }
        return highest;
    }
}
