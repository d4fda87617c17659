package dev.migratedb.migration;

/** What a migration is for, which decides when it runs. */
public enum MigrationKind {
    /** Runs once, in the order of versions. */
    VERSIONED,
    /** Runs after all versioned ones whenever its checksum has changed. Has no version. */
    REPEATABLE,
    /** Builds, on an empty history only, everything up to its version. */
    BASELINE,
    /** Takes back the versioned migration of the same version. */
    UNDO
}
