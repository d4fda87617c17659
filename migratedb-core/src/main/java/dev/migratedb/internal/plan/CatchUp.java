package dev.migratedb.internal.plan;

import dev.migratedb.internal.plan.Ledger.Entry;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Flyway has done since its history was taken over, as an old version of an application does that still runs beside the
 * new one.
 *
 * @param taken rows that the own history lacks
 * @param disputed rows of versions that both engines have applied, which are not taken
 */
public record CatchUp(List<Taken> taken, List<AppliedMigration> disputed) {

    public CatchUp {
        taken = List.copyOf(taken);
        disputed = List.copyOf(disputed);
    }

    /**
     * A row to take.
     *
     * @param row with the rank that it gets in the own history
     * @param flywayRank its rank in Flyway's table
     */
    public record Taken(AppliedMigration row, int flywayRank) {}

    /** Compares the own rows with those of Flyway. Failed rows are none of ours: Flyway has to repair them. */
    public static CatchUp of(List<AppliedMigration> own, List<AppliedMigration> flyway) {
        Deciding deciding = new Deciding(Rows.ofHistory(own));
        for (AppliedMigration row : Rows.ofHistory(flyway)) {
            if (row.success()) {
                deciding.decide(row);
            }
        }
        return new CatchUp(deciding.taken, deciding.disputed);
    }

    /** The taken rows in a message. */
    public String names() {
        return taken.stream().map(taken -> Rows.name(taken.row())).distinct().collect(Collectors.joining(", "));
    }

    /** Goes through Flyway's rows in their order, knowing what the rows before have made of the own history. */
    private static final class Deciding {

        private final List<Taken> taken = new ArrayList<>();
        private final List<AppliedMigration> disputed = new ArrayList<>();
        private final Set<RowIdentity> known;
        private final Set<MigrationVersion> applied = new HashSet<>();
        private final Set<MigrationVersion> quarrels = new HashSet<>();
        private final Map<Subject, @Nullable Instant> latestRuns = new HashMap<>();
        private final @Nullable MigrationVersion baseline;
        private int rank;

        Deciding(List<AppliedMigration> own) {
            known = own.stream().map(RowIdentity::of).collect(Collectors.toSet());
            rank = Rows.lastRank(own);
            Ledger ledger = LedgerReader.read(own);
            baseline = ledger.baseline();
            for (Entry entry : ledger.entries()) {
                MigrationVersion version = entry.row().version();
                if (version != null
                        && entry.stands()
                        && entry.type().raisesVersion()
                        && entry.row().success()) {
                    applied.add(version);
                }
            }
            ledger.latestRuns()
                    .forEach((subject, run) -> latestRuns.put(subject, run.row().installedOn()));
        }

        void decide(AppliedMigration row) {
            if (known.contains(RowIdentity.of(row))) {
                return;
            }
            RowType type = RowType.of(row);
            MigrationVersion version = row.version();
            if (type == RowType.SCHEMA) {
                // only a history that begins with it may let clean drop schemas
                return;
            }
            if (version == null) {
                if (!ranLater(row)) {
                    take(row);
                }
                return;
            }
            if (baseline != null && version.compareTo(baseline) <= 0) {
                // the beginning of the own history stands for it
                return;
            }
            if (type == RowType.MIGRATION || type == RowType.BASELINE_MIGRATION) {
                if (applied.add(version)) {
                    take(row);
                } else {
                    dispute(row, version);
                }
            } else if (type == RowType.BASELINE_MARKER) {
                dispute(row, version);
            } else if (!quarrels.contains(version) && applied.remove(version)) {
                // undone or deleted: about what both histories have
                take(row);
            }
        }

        private boolean ranLater(AppliedMigration row) {
            Instant own = latestRuns.get(Subject.of(row));
            Instant flyways = row.installedOn();
            return own != null && flyways != null && own.isAfter(flyways);
        }

        private void dispute(AppliedMigration row, MigrationVersion version) {
            quarrels.add(version);
            disputed.add(row);
        }

        private void take(AppliedMigration row) {
            rank++;
            taken.add(new Taken(Rows.withRank(row, rank), row.installedRank()));
        }
    }
}
