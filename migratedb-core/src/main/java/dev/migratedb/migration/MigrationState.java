package dev.migratedb.migration;

/**
 * Where a migration stands, seen from its file (or bean) and from the history table. Names and meaning are those that
 * users of Flyway know.
 */
public enum MigrationState {
    /** Found, not applied, will run next. */
    PENDING("Pending", true, false, false),
    /** Found, not applied, above the configured target. */
    ABOVE_TARGET("Above Target", true, false, false),
    /** Found, not applied, below the version at which the history begins. */
    BELOW_BASELINE("Below Baseline", true, false, false),
    /** Found, not applied, equal to the version at which the history begins. */
    BASELINE_IGNORED("Ignored (Baseline)", true, false, false),
    /** The row at which the history begins. */
    BASELINE("Baseline", true, true, false),
    /** Found, not applied, and left out: it came late, or it was not asked for. */
    IGNORED("Ignored", true, false, false),
    /** Applied, but no longer found. */
    MISSING_SUCCESS("Missing", false, true, false),
    /** Failed, and no longer found. */
    MISSING_FAILED("Failed (Missing)", false, true, true),
    /** Found and applied. */
    SUCCESS("Success", true, true, false),
    /** Applied, and taken back since. */
    UNDONE("Undone", true, true, false),
    /** An undo migration that can be used. */
    AVAILABLE("Available", true, false, false),
    /** Found, and failed. */
    FAILED("Failed", true, true, true),
    /** Found and applied, after a higher version. */
    OUT_OF_ORDER("Out of Order", true, true, false),
    /** Applied by a newer application than this one. */
    FUTURE_SUCCESS("Future", false, true, false),
    /** Failed in a newer application than this one. */
    FUTURE_FAILED("Failed (Future)", false, true, true),
    /** A repeatable migration whose file has changed since it ran. */
    OUTDATED("Outdated", true, true, false),
    /** An earlier run of a repeatable migration that has run again since. */
    SUPERSEDED("Superseded", true, true, false),
    /** Applied, and marked as deleted since. */
    DELETED("Deleted", false, true, false);

    private final String displayName;
    private final boolean resolved;
    private final boolean applied;
    private final boolean failed;

    MigrationState(String displayName, boolean resolved, boolean applied, boolean failed) {
        this.displayName = displayName;
        this.resolved = resolved;
        this.applied = applied;
        this.failed = failed;
    }

    /** The name as a table for people shows it. */
    public String displayName() {
        return displayName;
    }

    /** Whether the history table has a row for it. */
    public boolean isApplied() {
        return applied;
    }

    /** Whether its file, class or bean was found. */
    public boolean isResolved() {
        return resolved;
    }

    /** Whether it ran and failed. */
    public boolean isFailed() {
        return failed;
    }
}
