package dev.migratedb.compatibility;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.baseline.BaselineJavaMigration;
import org.jspecify.annotations.Nullable;

/** A baseline migration in Java as Flyway wants it. */
final class FlywayBaselineMigration extends BaselineJavaMigration {

    private final FlywayJavaMigration migration;

    FlywayBaselineMigration(FlywayJavaMigration migration) {
        this.migration = migration;
    }

    /** Does not read version and description from the name of the class. */
    @Override
    protected void init() {}

    @Override
    public @Nullable MigrationVersion getVersion() {
        return migration.getVersion();
    }

    @Override
    public String getDescription() {
        return migration.getDescription();
    }

    @Override
    public @Nullable Integer getChecksum() {
        return migration.getChecksum();
    }

    @Override
    public void migrate(Context context) throws Exception {
        migration.migrate(context);
    }
}
