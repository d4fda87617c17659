package dev.migratedb.internal.plan;

import dev.migratedb.internal.plan.Ledger.Entry;
import dev.migratedb.internal.plan.Ledger.Fate;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows by rank, once to learn which later row takes back which earlier one, and once more, knowing that, for
 * everything that depends on it. Used for one history, then thrown away.
 */
final class LedgerReader {

    private final List<AppliedMigration> rows;
    private final List<RowType> types;
    private final Fate[] fates;
    private final Map<Subject, Deque<Integer>> takeable = new HashMap<>();
    private final Set<Subject> undone = new HashSet<>();

    private LedgerReader(List<AppliedMigration> rows) {
        this.rows = rows;
        this.types = rows.stream().map(RowType::of).toList();
        this.fates = new Fate[rows.size()];
    }

    /** Rows with a negative rank are no part of the history: databases need them to lock the table. */
    static Ledger read(List<AppliedMigration> history) {
        LedgerReader reader = new LedgerReader(history.stream()
                .filter(row -> row.installedRank() >= 0)
                .sorted(Comparator.comparingInt(AppliedMigration::installedRank))
                .toList());
        reader.decideFates();
        return reader.ledger();
    }

    private void decideFates() {
        for (int i = 0; i < rows.size(); i++) {
            fates[i] = Fate.STANDS;
            AppliedMigration row = rows.get(i);
            Subject subject = Subject.of(row);
            switch (types.get(i)) {
                case MIGRATION, BASELINE_MIGRATION ->
                    takeable.computeIfAbsent(subject, unused -> new ArrayDeque<>())
                            .push(i);
                case DELETE -> {
                    if (row.success()) {
                        takeBack(subject, Fate.DELETED);
                    }
                }
                case UNDO -> {
                    if (row.success() && takeBack(subject, Fate.UNDONE)) {
                        undone.add(subject);
                    }
                }
                case BASELINE_MARKER, SCHEMA -> {
                    // nothing that could be taken back
                }
            }
        }
    }

    /** Marks the latest row of the subject that can still be taken back. */
    private boolean takeBack(Subject subject, Fate fate) {
        Iterator<Integer> latestFirst =
                takeable.getOrDefault(subject, new ArrayDeque<>()).iterator();
        while (latestFirst.hasNext()) {
            int i = latestFirst.next();
            if (fate == Fate.DELETED || isUndoable(i)) {
                fates[i] = fate;
                latestFirst.remove();
                return true;
            }
        }
        return false;
    }

    private boolean isUndoable(int i) {
        return types.get(i) == RowType.MIGRATION
                && rows.get(i).version() != null
                && rows.get(i).success();
    }

    private Ledger ledger() {
        List<Entry> entries = new ArrayList<>(rows.size());
        Set<Identity> standing = new HashSet<>();
        Map<Subject, Entry> latestRuns = new HashMap<>();
        MigrationVersion current = null;
        MigrationVersion highest = null;
        MigrationVersion baseline = null;
        boolean hasVersions = false;
        for (int i = 0; i < rows.size(); i++) {
            AppliedMigration row = rows.get(i);
            RowType type = types.get(i);
            MigrationVersion version = row.version();
            boolean outOfOrder =
                    version != null && highest != null && type.raisesVersion() && version.compareTo(highest) <= 0;
            Entry entry = new Entry(row, type, Subject.of(row), fates[i], outOfOrder);
            entries.add(entry);
            if (version == null && (type == RowType.MIGRATION || (type == RowType.DELETE && row.success()))) {
                latestRuns.put(entry.subject(), entry);
            }
            if (type.hasCounterpart() && entry.stands()) {
                standing.add(entry.identity());
            }
            if (version == null || type == RowType.SCHEMA) {
                continue;
            }
            hasVersions = true;
            if (type.raisesVersion() && entry.stands()) {
                highest = higher(highest, version);
                current = row.success() ? higher(current, version) : current;
            }
            // also when the row was deleted: what it built is still what the history begins with; and when it failed:
            // it
            // runs again after a repair, and what is below it does not
            if (type.isBaseline()) {
                baseline = higher(baseline, version);
            }
        }
        return new Ledger(entries, standing, undone, latestRuns, current, highest, baseline, hasVersions);
    }

    private static MigrationVersion higher(@Nullable MigrationVersion one, MigrationVersion other) {
        return one == null || other.compareTo(one) > 0 ? other : one;
    }
}
