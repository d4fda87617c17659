package dev.migratedb.internal.execution;

import dev.migratedb.callback.Event;

/** The events of a single migration and its statements, which migrate and undo have each for itself. */
public enum StepEvents {
    MIGRATE(
            Event.BEFORE_EACH_MIGRATE,
            Event.BEFORE_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR,
            Event.AFTER_EACH_MIGRATE,
            Event.AFTER_EACH_MIGRATE_ERROR),
    UNDO(
            Event.BEFORE_EACH_UNDO,
            Event.BEFORE_EACH_UNDO_STATEMENT,
            Event.AFTER_EACH_UNDO_STATEMENT,
            Event.AFTER_EACH_UNDO_STATEMENT_ERROR,
            Event.AFTER_EACH_UNDO,
            Event.AFTER_EACH_UNDO_ERROR);

    final Event before;
    final Event beforeStatement;
    final Event afterStatement;
    final Event afterStatementError;
    final Event after;
    final Event afterError;

    StepEvents(
            Event before,
            Event beforeStatement,
            Event afterStatement,
            Event afterStatementError,
            Event after,
            Event afterError) {
        this.before = before;
        this.beforeStatement = beforeStatement;
        this.afterStatement = afterStatement;
        this.afterStatementError = afterStatementError;
        this.after = after;
        this.afterError = afterError;
    }
}
