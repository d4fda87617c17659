package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.resolver.ResolvedMigration;
import org.jspecify.annotations.Nullable;

/**
 * A migration with the checksum that counts, which for repeatable scripts is known only with the values of placeholders.
 *
 * @param migration as the plan sees it
 * @param script null for a migration that is no file; the executor of a file only tells whether it is to be run
 * @param equivalentChecksum of the raw text, for repeatable scripts whose placeholders were replaced; else null
 */
public record Found(
        ResolvedMigration migration,
        @Nullable ScriptFile script,
        @Nullable Integer equivalentChecksum) {}
