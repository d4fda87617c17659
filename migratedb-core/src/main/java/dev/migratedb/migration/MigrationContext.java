package dev.migratedb.migration;

import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a migration that is no SQL file gets to work with. Valid only during the call; not thread-safe. */
public interface MigrationContext {

    /** The connection of the run. Must be neither closed nor committed. */
    Connection getConnection();

    /** A client on {@link #getConnection()}. */
    JdbcClient getJdbcClient();

    /** The migration that is being run. */
    MigrationInfo getMigrationInfo();

    /** The settings of the run. */
    RunSettings getSettings();
}
