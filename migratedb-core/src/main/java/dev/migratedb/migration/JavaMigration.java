package dev.migratedb.migration;

import org.jspecify.annotations.Nullable;

/**
 * A migration written in Java: a Spring bean, an instance given to the builder, or a class found in a location.
 *
 * <p>Most implementations extend {@link BaseJavaMigration}, which takes version and description from the class name.
 */
public interface JavaMigration {

    /** The version; null makes the migration repeatable. */
    @Nullable
    MigrationVersion getVersion();

    /** What the migration does, in a few words. Identifies a repeatable migration. */
    String getDescription();

    /** What the migration is for: repeatable without a version, else versioned, unless overridden. */
    default MigrationKind getKind() {
        return getVersion() == null ? MigrationKind.REPEATABLE : MigrationKind.VERSIONED;
    }

    /**
     * A number that changes with the migration's content, or null where it has none. A repeatable migration without a
     * checksum runs once.
     */
    default @Nullable Integer getChecksum() {
        return null;
    }

    /** Whether the migration may run in a transaction, together with its history row. */
    default boolean canExecuteInTransaction() {
        return true;
    }

    /**
     * Does the work, on the connection of the context. Statements sent through the {@code DataSource} of the run from the
     * same thread, by a {@code JdbcClient} or by a {@code @Transactional} bean, take part in the same transaction. The
     * connection must be neither closed nor committed.
     *
     * @throws Exception any exception fails the migration and rolls its transaction back
     */
    void migrate(MigrationContext context) throws Exception;
}
