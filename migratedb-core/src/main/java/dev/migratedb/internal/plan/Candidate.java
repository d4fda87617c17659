package dev.migratedb.internal.plan;

import dev.migratedb.resolver.ResolvedMigration;
import org.jspecify.annotations.Nullable;

/**
 * A migration that was found, as the plan needs it.
 *
 * @param migration what was found
 * @param equivalentChecksum a second checksum that counts as equal when deciding whether a repeatable migration has
 *     changed; null where there is none
 */
public record Candidate(
        ResolvedMigration migration, @Nullable Integer equivalentChecksum) {}
