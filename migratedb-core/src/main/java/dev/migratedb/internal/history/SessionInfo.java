package dev.migratedb.internal.history;

/**
 * What the connection says of itself.
 *
 * @param schema the schema of the history table and of unqualified names: the configured one, else the current one
 * @param user the database user
 * @param database the database
 */
public record SessionInfo(String schema, String user, String database) {}
