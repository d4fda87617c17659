package dev.migratedb.internal.execution;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Takes back what a commit leaves open that fails. To switch autocommit on again, which ends each transaction, would commit it
 * after all, although everybody was told that it had failed.
 */
final class RunTransactionManager extends DataSourceTransactionManager {

    private static final long serialVersionUID = 1L;

    RunTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        try {
            super.doCommit(status);
        } catch (TransactionException ex) {
            try {
                doRollback(status);
            } catch (TransactionException notRolledBack) {
                ex.addSuppressed(notRolledBack);
            }
            throw ex;
        }
    }
}
