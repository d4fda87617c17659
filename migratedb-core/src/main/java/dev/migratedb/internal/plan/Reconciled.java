package dev.migratedb.internal.plan;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * One line of a reconciliation.
 *
 * @param info what it tells the user
 * @param candidate what was found; null where nothing was
 * @param applied the row of the history; null where there is none
 */
public record Reconciled(
        MigrationInfo info,
        @Nullable Candidate candidate,
        @Nullable AppliedMigration applied) {}
