package dev.migratedb.compatibility;

/** What both engines can be told to do. */
enum Command {
    MIGRATE,
    VALIDATE,
    INFO,
    REPAIR,
    BASELINE,
    CLEAN
}
