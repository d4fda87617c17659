package dev.migratedb.internal.execution;

import dev.migratedb.configuration.ConnectionSettings.ApplicationTransactions;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** One transaction of the application, that was begun for a migration, and the connection that it is on. */
final class ApplicationTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationTransaction.class);

    private final PlatformTransactionManager manager;
    private final TransactionStatus status;
    private final Connection connection;

    /**
     * Begins it.
     *
     * @throws MigrateDbException if it is not on the data source that it should be on; nothing was begun then
     */
    ApplicationTransaction(ApplicationTransactions application) {
        this.manager = application.manager();
        this.status = manager.getTransaction(
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        try {
            // behind a proxy that knows of transactions, as Spring sees it
            this.connection = DataSourceUtils.getConnection(
                    Objects.requireNonNull(new DataSourceTransactionManager(application.dataSource()).getDataSource()));
            if (connection.getAutoCommit()) {
                throw new MigrateDbException(
                        ErrorCode.CONFIGURATION,
                        "A transaction of the application ("
                                + manager.getClass().getName()
                                + ") is none on the DataSource of the migrations, so that a migration and its row in the"
                                + " history could not be committed together. Use the transaction manager of that DataSource.");
            }
        } catch (SQLException ex) {
            rollback();
            throw ConnectionFailures.lost(ex);
        } catch (RuntimeException | Error ex) {
            rollback();
            throw ex;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Sends what is still kept back in memory, so that what is wrong with it comes before the history says that it is done. */
    void flush() {
        status.flush();
    }

    void commit() {
        manager.commit(status);
    }

    /** A rollback that fails, since the error before has ended the connection, must not hide that error. */
    void rollback() {
        try {
            manager.rollback(status);
        } catch (TransactionException ex) {
            LOG.debug("The transaction could not be rolled back; it ends with its connection", ex);
        }
    }
}
