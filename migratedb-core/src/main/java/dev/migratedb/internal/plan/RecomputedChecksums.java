package dev.migratedb.internal.plan;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.resolver.ResolvedMigration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives rows whose checksums cannot be read those of their files. */
public final class RecomputedChecksums {

    private RecomputedChecksums() {}

    /**
     * The rows with checksums. A row gets that of the file with its version and description, or with its description where
     * there is no version; any other row has none. Nobody can tell any more whether the file was changed since it ran.
     */
    public static List<AppliedMigration> of(List<AppliedMigration> rows, List<Candidate> candidates) {
        Map<Identity, ResolvedMigration> files = new HashMap<>();
        candidates.forEach(candidate -> files.put(Identity.of(candidate.migration()), candidate.migration()));
        return rows.stream().map(row -> with(row, checksum(row, files))).toList();
    }

    private static @Nullable Integer checksum(AppliedMigration row, Map<Identity, ResolvedMigration> files) {
        RowType type = RowType.of(row);
        if (type != RowType.MIGRATION && type != RowType.BASELINE_MIGRATION) {
            return null;
        }
        ResolvedMigration file = files.get(new Identity(type.kind(row.version() != null), Subject.of(row)));
        if (file == null || !Subject.stored(file.description()).equals(Subject.stored(row.description()))) {
            return null;
        }
        return file.checksum();
    }

    private static AppliedMigration with(AppliedMigration row, @Nullable Integer checksum) {
        return new AppliedMigration(
                row.installedRank(),
                row.version(),
                row.description(),
                row.type(),
                row.script(),
                checksum,
                row.installedBy(),
                row.installedOn(),
                row.executionTimeMillis(),
                row.success());
    }
}
