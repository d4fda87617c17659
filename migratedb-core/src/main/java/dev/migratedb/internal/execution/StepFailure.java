package dev.migratedb.internal.execution;

import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.internal.execution.Remains.Outcome;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.ScriptPosition;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionException;

/** Says why a step failed: place, cause, state of the database and remedy. */
record StepFailure(RunScope scope, Function<StatementFailedException, ScriptPosition> place) {

    private static final String TAKEN_BACK_BY_LOSS =
            "The connection was lost, and with it ends its transaction: everything this migration had done is rolled back. ";

    private static final String AFTER_LOSS =
            "See why the connection ended, which the log of the server may tell, and start again.";

    RuntimeException of(Work step, Throwable failure, Remains remains) {
        if (failure instanceof CallbackFailedException already) {
            return already;
        }
        Throwable cause = scope.secrets().mask(cause(failure));
        ScriptPosition position = failure instanceof StatementFailedException statement ? place.apply(statement) : null;
        SQLException sqlFailure = sqlFailure(cause);
        String script = step.step().migration().script();
        boolean lost = remains.isTakenBack() && ConnectionLoss.isCauseOf(failure);
        String remedy = lost ? AFTER_LOSS : remedy(failure, remains, script);
        if (remains.isTakenBack() && Interruption.isCauseOf(failure)) {
            remedy = "Start again. Nothing is wrong with " + script + ".";
        }
        String text = Texts.failure(
                Texts.sentence(step.step().info()) + " failed: " + script,
                position,
                causeText(failure, cause),
                (lost
                                ? TAKEN_BACK_BY_LOSS
                                : remains.inWords(step, scope.work().dialect().name()))
                        + scope.progress().inWords(),
                remedy);
        return new MigrationFailedException(
                text,
                new MigrationFailedException.Details(
                        step.step().info(),
                        position,
                        failure instanceof StatementFailedException statement
                                ? statement.statement().source()
                                : null,
                        sqlFailure == null ? null : sqlFailure.getSQLState(),
                        sqlFailure == null ? 0 : sqlFailure.getErrorCode(),
                        remains.isTakenBack(),
                        scope.progress().applied(),
                        remains.isTakenBack() ? 0 : remains.statements(),
                        remedy),
                cause);
    }

    /** As {@link #of}, for a migration that has succeeded without anybody being told. */
    RuntimeException afterCommit(Work step, Throwable failure) {
        Throwable cause = scope.secrets().mask(cause(failure));
        Remains remains = new Remains(Outcome.COMMITTED, 0, true, false, null);
        String script = step.step().migration().script();
        String text = Texts.failure(
                "The connection was lost at the commit of "
                        + Texts.name(step.step().info()) + ": " + script,
                null,
                causeText(failure, cause),
                remains.inWords(step, scope.work().dialect().name())
                        + scope.progress().inWords(),
                remains.remedy(script));
        return new MigrateDbException(ErrorCode.CONNECTION, text, cause);
    }

    private static @Nullable SQLException sqlFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static Throwable cause(Throwable failure) {
        if (failure instanceof StatementFailedException statement) {
            return statement.failure();
        }
        Throwable cause = failure.getCause();
        boolean wrapper = failure instanceof CodeFailedException
                || failure instanceof HistoryWriteException
                || (failure instanceof TransactionException && cause instanceof SQLException);
        return wrapper && cause != null ? cause : failure;
    }

    private String causeText(Throwable failure, Throwable cause) {
        if (failure instanceof HistoryWriteException history) {
            return "Its row could not be written into " + history.table().schema() + "."
                    + history.table().table() + ": " + Texts.cause(cause);
        }
        if (failure instanceof MigrateDbException) {
            return String.valueOf(cause.getMessage());
        }
        Overdue overdue = overdue(failure);
        return scope.statements().cause(cause)
                + TransactionHints.of(failure)
                + (overdue == null ? "" : scope.secrets().mask(overdue.inWords()));
    }

    private static String remedy(Throwable failure, Remains remains, String script) {
        if (failure instanceof HistoryWriteException history && history.isForbidden()) {
            String table = history.table().schema() + "." + history.table().table();
            return "The role in force when the row was written, which a callback or the migration may have set, needs the"
                    + " privilege: GRANT SELECT, INSERT, UPDATE, DELETE ON " + table + " TO that role.";
        }
        Overdue overdue = overdue(failure);
        if (overdue == null) {
            return remains.remedy(script);
        }
        return overdue.remedy() + (remains.isTakenBack() ? "" : " " + remains.remedy(script));
    }

    private static @Nullable Overdue overdue(Throwable failure) {
        return failure instanceof StatementFailedException statement ? statement.overdue() : null;
    }
}
