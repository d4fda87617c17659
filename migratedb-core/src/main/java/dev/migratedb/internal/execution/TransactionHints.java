package dev.migratedb.internal.execution;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

/** Explains failures of Spring's transactions, which say little about migrations. */
final class TransactionHints {

    private TransactionHints() {}

    /** A sentence to be added to the cause; empty where there is nothing to explain. */
    static String of(Throwable failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        if (failure instanceof UnexpectedRollbackException) {
            return "\nA @Transactional method that took part in the transaction has failed, and its exception was caught; the"
                    + " whole transaction could then only be rolled back. Let the exception through.";
        }
        boolean anotherManager = failure instanceof IllegalTransactionStateException
                || (failure instanceof TransactionException && root instanceof IllegalStateException);
        if (anotherManager) {
            return "\nA @Transactional method was called whose transaction manager cannot take part in the transaction of the"
                    + " run, as that of JPA cannot. Use JdbcClient, JdbcTemplate or the connection of the context instead.";
        }
        return "";
    }
}
