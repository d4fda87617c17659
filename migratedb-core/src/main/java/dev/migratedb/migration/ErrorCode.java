package dev.migratedb.migration;

/** What kind of thing went wrong, for code that wants to tell failures apart. */
public enum ErrorCode {
    /** A setting is wrong or does not go with another one. */
    CONFIGURATION,
    /** The database could not be reached. */
    CONNECTION,
    /** There is no dialect for this database. */
    UNSUPPORTED_DATABASE,
    /** Two migrations or two callbacks have the same identity. */
    DUPLICATE_MIGRATION,
    /** A file looks like a migration but is not named like one. */
    INVALID_NAME,
    /** A location does not exist. */
    MISSING_LOCATION,
    /** A file could not be read or decoded. */
    UNREADABLE_FILE,
    /** Something in a script never ends, or cannot stand where it is. */
    SYNTAX,
    /** A script uses a placeholder that has no value. */
    UNKNOWN_PLACEHOLDER,
    /** The schema holds objects but no history. */
    NON_EMPTY_SCHEMA,
    /** Files and history do not agree. */
    VALIDATION,
    /** A migration failed. */
    MIGRATION_FAILED,
    /** A callback failed. */
    CALLBACK_FAILED,
    /** The lock was not free in the time given. */
    LOCK_TIMEOUT,
    /** Another process has not brought the database to the version of this one in the time given. */
    WAIT_TIMEOUT,
    /** The lock was lost while the run went on. */
    LEASE_LOST,
    /** The history table is not what it should be. */
    HISTORY_DAMAGED,
    /** Cleaning is switched off. */
    CLEAN_DISABLED,
    /** Something could not be dropped. */
    CLEAN_FAILED,
    /** There is nothing, or no way, to undo. */
    UNDO_IMPOSSIBLE
}
