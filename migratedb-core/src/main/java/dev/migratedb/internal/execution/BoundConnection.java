package dev.migratedb.internal.execution;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Binds a connection to the current thread as Spring's own transaction managers do, for several data sources at once, so that
 * whoever asks Spring for a connection of any of them gets this one. A transaction of the caller is suspended meanwhile.
 */
final class BoundConnection implements AutoCloseable {

    private final Set<DataSource> dataSources = new LinkedHashSet<>();
    private final Map<AbstractPlatformTransactionManager, TransactionStatus> suspended = new LinkedHashMap<>();
    private final Map<DataSource, Object> outer = new LinkedHashMap<>();

    BoundConnection(DataSource dataSource, List<DataSource> joined) {
        suspend(dataSource);
        joined.forEach(this::suspend);
    }

    private void suspend(DataSource dataSource) {
        DataSourceTransactionManager manager = new DataSourceTransactionManager(dataSource);
        // behind a proxy that knows of transactions, as Spring sees it
        DataSource each = Objects.requireNonNull(manager.getDataSource());
        if (!dataSources.add(each)) {
            return;
        }
        manager.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        suspended.put(
                manager,
                manager.getTransaction(
                        new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NOT_SUPPORTED)));
        // a holder without a transaction: another run on this thread, or another kind of transaction manager
        Object holder = TransactionSynchronizationManager.unbindResourceIfPossible(each);
        if (holder != null) {
            outer.put(each, holder);
        }
    }

    void bind(Connection connection) {
        ConnectionHolder holder = new ConnectionHolder(connection);
        dataSources.forEach(each -> TransactionSynchronizationManager.bindResource(each, holder));
    }

    void unbind() {
        dataSources.forEach(TransactionSynchronizationManager::unbindResourceIfPossible);
    }

    @Override
    public void close() {
        unbind();
        outer.forEach(TransactionSynchronizationManager::bindResource);
        suspended.forEach(AbstractPlatformTransactionManager::commit);
    }
}
