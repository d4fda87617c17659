package dev.migratedb.internal.execution;

import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.RunSettings;
import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The context of one migration that is no SQL file. */
record RunMigrationContext(WorkConnection work, RunSettings settings, MigrationInfo migration)
        implements MigrationContext {

    @Override
    public Connection getConnection() {
        return work.connectionForUsers();
    }

    @Override
    public JdbcClient getJdbcClient() {
        return JdbcClient.create(work.jdbc());
    }

    @Override
    public MigrationInfo getMigrationInfo() {
        return migration;
    }

    @Override
    public RunSettings getSettings() {
        return settings;
    }
}
