package dev.migratedb.internal.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the checksum in the history is that of a migration. */
final class Checksums {

    private Checksums() {}

    /** Whether a repeatable migration has nothing new to run. */
    static boolean upToDate(@Nullable Integer stored, Candidate candidate) {
        Integer equivalent = candidate.equivalentChecksum();
        return same(stored, candidate.migration().checksum()) || (equivalent != null && same(stored, equivalent));
    }

    /** Old histories hold null for an empty file, whose checksum is 0. */
    static boolean same(@Nullable Integer stored, @Nullable Integer found) {
        return Objects.equals(stored, found) || (stored == null && found != null && found == 0);
    }

    /** As {@link #same}, but where one side has none there is nothing to compare. */
    static boolean compatible(@Nullable Integer stored, @Nullable Integer found) {
        return stored == null || found == null || stored.equals(found);
    }
}
