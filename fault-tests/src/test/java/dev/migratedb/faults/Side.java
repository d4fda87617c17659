package dev.migratedb.faults;

/** On which side of a call something happens. */
enum Side {
    BEFORE,
    AFTER
}
