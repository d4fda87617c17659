package dev.migratedb.internal.execution;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.TransactionException;

/**
 * Makes of a failure of a statement that no user has written, one of the lock, of the history, of a transaction, what a user can
 * understand. What the statements and the code of users fail with says so already.
 */
public final class OwnFailure {

    private OwnFailure() {}

    /** The failure as it is to be shown: itself, unless it is of Spring. */
    public static RuntimeException shown(RuntimeException failure, WorkConnection work, Progress progress) {
        if (!(failure instanceof DataAccessException || failure instanceof TransactionException)) {
            return failure;
        }
        boolean lost = work.isLost();
        // how databases tell of a privilege that is missing
        boolean forbidden = !lost && failure instanceof BadSqlGrammarException;
        return new MigrateDbException(
                forbidden ? ErrorCode.CONFIGURATION : ErrorCode.CONNECTION,
                Texts.failure(
                        lost
                                ? "The connection to the database was lost between migrations: "
                                        + work.dialect().name()
                                : "A statement of MigrateDB itself failed: "
                                        + work.dialect().name(),
                        null,
                        Texts.cause(NestedExceptionUtils.getMostSpecificCause(failure)),
                        "No migration was under way. " + progress.inWords(),
                        lost
                                ? "Check that the database runs, and start again."
                                : forbidden
                                        ? "Give the user of the connection the privilege that it needs, and start again."
                                        : "See to the cause, and start again."),
                failure);
    }
}
