package dev.migratedb.internal.plan;

import dev.migratedb.resolver.ResolvedMigration;
import org.jspecify.annotations.Nullable;

/**
 * A migration that was found, as the plan needs it.
 *
 * @param migration what was found
 * @param equivalentChecksum a second checksum that counts as equal when deciding whether a repeatable migration has
 *     changed; null where there is none
 * @param executes false where the migration itself says that it is not to be run here
 */
public record Candidate(
        ResolvedMigration migration, @Nullable Integer equivalentChecksum, boolean executes) {

    /** A migration that says nothing against being run. */
    public Candidate(ResolvedMigration migration, @Nullable Integer equivalentChecksum) {
        this(migration, equivalentChecksum, true);
    }
}
