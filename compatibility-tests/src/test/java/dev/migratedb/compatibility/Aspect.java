package dev.migratedb.compatibility;

/** What is compared after each step. */
enum Aspect {
    /** Whether the step succeeded; else the kind of the failure, and what each migration is blamed for. */
    OUTCOME,
    /** The rows of the history table, in order. */
    HISTORY,
    /** What {@code info} tells, in order. */
    INFO,
    /** Schemas with all that is in them, rows included, but for what belongs to the engines. */
    DATABASE,
    /** The events of the step in order, with the migration that an event is about. */
    EVENTS
}
