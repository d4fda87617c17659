package dev.migratedb.resolver;

import dev.migratedb.migration.MigrationContext;

/** Runs one migration. */
public interface MigrationExecutor {

    /**
     * Does the work.
     *
     * @throws Exception any exception fails the migration
     */
    void execute(MigrationContext context) throws Exception;

    /** Whether the migration may run in a transaction, together with its history row. */
    default boolean canExecuteInTransaction() {
        return true;
    }

    /** Whether the migration is to run at all; where it is not, it is shown as ignored. */
    default boolean shouldExecute() {
        return true;
    }
}
