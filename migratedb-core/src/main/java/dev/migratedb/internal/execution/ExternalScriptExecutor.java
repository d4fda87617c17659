package dev.migratedb.internal.execution;

import dev.migratedb.migration.MigrationContext;
import dev.migratedb.resolver.MigrationExecutor;

/** Runs a script of the operating system as a migration. */
record ExternalScriptExecutor(ExternalScript script) implements MigrationExecutor {

    @Override
    public void execute(MigrationContext context) {
        script.run(context.getConnection());
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }
}
