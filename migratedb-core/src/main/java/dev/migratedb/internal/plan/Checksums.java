package dev.migratedb.internal.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the checksum in the history is that of a migration. */
final class Checksums {

    private Checksums() {}

    /** Whether a repeatable migration has nothing new to run. */
    static boolean upToDate(@Nullable Integer stored, Candidate candidate) {
        Integer equivalent = candidate.equivalentChecksum();
        return Objects.equals(stored, candidate.migration().checksum())
                || (equivalent != null && equivalent.equals(stored));
    }

    /** Whether they are no reason to complain: where one side has none there is nothing to compare. */
    static boolean compatible(@Nullable Integer stored, @Nullable Integer found) {
        return stored == null || found == null || stored.equals(found);
    }
}
