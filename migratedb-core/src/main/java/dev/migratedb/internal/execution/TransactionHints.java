package dev.migratedb.internal.execution;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

/** Explains failures of transactions, which say little about migrations. */
final class TransactionHints {

    /** A statement that cannot be in one, and a commit inside of one, as in a procedure: only running them shows it. */
    private static final Set<String> REFUSE_A_TRANSACTION = Set.of("25001", "2D000");

    private TransactionHints() {}

    /** A sentence to be added to the cause; empty where there is nothing to explain. */
    static String of(Throwable failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        if (root instanceof SQLException sql && REFUSE_A_TRANSACTION.contains(String.valueOf(sql.getSQLState()))) {
            return "\nThe statement needs to run without a transaction, which its words do not tell. Move it into a script of"
                    + " its own that begins with the line '-- migratedb: executeInTransaction=false'.";
        }
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
