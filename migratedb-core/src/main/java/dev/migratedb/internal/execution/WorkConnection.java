package dev.migratedb.internal.execution;

import dev.migratedb.configuration.ConnectionSettings;
import dev.migratedb.configuration.ConnectionSettings.ApplicationTransactions;
import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.migration.MigrateDbException;
import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;

/**
 * The one connection of a run. While it is open, Spring's JDBC support on this thread gets it for the data source of the run
 * and for those that joined, and takes part in its transactions. Outside of a transaction it is in autocommit, whatever the
 * pool's default is. Used by one thread.
 */
public final class WorkConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkConnection.class);
    private static final int SECONDS_TO_ANSWER = 5;

    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;
    private final BoundConnection bound;
    private final JdbcTemplate jdbc;
    private final Dialect dialect;
    private final @Nullable Rehearsal rehearsal;
    private final ConnectionAttempts attempts;
    private final CommitWriting commitWriting;
    private final TransactionChecks checks;
    private PooledConnection pooled;
    private Connection connection;
    private Runnable onBegin = () -> {};
    private boolean transactional;
    private boolean broken;
    // read by the thread that cancels
    private volatile @Nullable ApplicationTransaction application;

    private WorkConnection(
            DataSourceTransactionManager manager,
            BoundConnection bound,
            PooledConnection pooled,
            Dialect dialect,
            @Nullable Rehearsal rehearsal,
            ConnectionAttempts attempts) {
        this.dataSource = Objects.requireNonNull(manager.getDataSource());
        this.transactions = manager;
        this.bound = bound;
        this.pooled = pooled;
        this.dialect = dialect;
        this.rehearsal = rehearsal;
        this.attempts = attempts;
        this.checks = new TransactionChecks(dialect);
        this.commitWriting = new CommitWriting(rehearsal == null ? dialect : null);
        this.connection = connection(pooled);
        this.jdbc = new JdbcTemplate(new RunDataSource(this::connection));
        bound.bind(connection);
    }

    /**
     * Opens the connection.
     *
     * @param ofInstance which engine wants it, to be appended to what a failure tells; may be empty
     * @param joined further data sources on the same database
     * @param settings how often to try
     * @param rehearsal gets everything but queries, which then changes nothing; null for a run that does its work
     * @throws MigrateDbException if the database cannot be reached, or there is no dialect for it
     */
    public static WorkConnection open(
            String ofInstance,
            DataSource dataSource,
            List<DataSource> joined,
            ConnectionSettings settings,
            @Nullable Rehearsal rehearsal) {
        DataSourceTransactionManager manager = new RunTransactionManager(dataSource);
        BoundConnection bound = new BoundConnection(dataSource, joined);
        PooledConnection pooled = null;
        try {
            // there is nothing to wait on: only trying again tells that the database is there
            ConnectionAttempts attempts = new ConnectionAttempts(settings, wait -> Thread.sleep(wait.toMillis()));
            pooled = attempts.connect(Objects.requireNonNull(manager.getDataSource()));
            return new WorkConnection(
                    manager, bound, pooled, ConnectionFailures.dialect(pooled.connection()), rehearsal, attempts);
        } catch (SQLException ex) {
            giveBack(pooled, bound);
            throw ConnectionFailures.unreachable(ofInstance, dataSource, ex);
        } catch (RuntimeException | Error ex) {
            giveBack(pooled, bound);
            throw ex;
        }
    }

    private static void giveBack(@Nullable PooledConnection pooled, BoundConnection bound) {
        try {
            bound.close();
        } finally {
            if (pooled != null) {
                pooled.close();
            }
        }
    }

    private Connection connection(PooledConnection pooled) {
        return rehearsal == null
                ? pooled.connection()
                : RehearsalConnection.over(pooled.connection(), dialect, rehearsal);
    }

    /** The connection itself, or that of a transaction of the application. */
    Connection connection() {
        ApplicationTransaction current = application;
        return current == null ? connection : current.connection();
    }

    /** The connection for code of the user, which may close it without effect. */
    Connection connectionForUsers() {
        try {
            return new SingleConnectionDataSource(connection(), true).getConnection();
        } catch (SQLException ex) {
            throw ConnectionFailures.lost(ex);
        }
    }

    /** Statements of the engine itself, on this connection, in whatever transaction it is in. */
    public JdbcOperations jdbc() {
        return jdbc;
    }

    /** The dialect of the database. */
    public Dialect dialect() {
        return dialect;
    }

    /** A further connection to the same database; the caller closes it. */
    public Connection another() throws SQLException {
        return dataSource.getConnection();
    }

    /** What gets everything but queries, where that is not the database. */
    @Nullable
    Rehearsal rehearsal() {
        return rehearsal;
    }

    /**
     * Runs a statement that reads its data from the client.
     *
     * @return the number of rows; -1 where they are not known
     */
    long copyIn(String sql, Reader data) throws SQLException, IOException {
        return rehearsal == null ? dialect.copyIn(connection, sql, data) : rehearsal.copy(dialect.inScript(sql), data);
    }

    /** Ends what another thread does on this connection, where the driver offers that. */
    void cancel() throws SQLException {
        ApplicationTransaction current = application;
        dialect.cancelRunning(current == null ? pooled.connection() : current.connection());
    }

    /** The product with its version, in two numbers. */
    public String product() {
        try {
            DatabaseMetaData data = connection().getMetaData();
            return dialect.name() + " " + data.getDatabaseMajorVersion() + "." + data.getDatabaseMinorVersion();
        } catch (SQLException ex) {
            throw ConnectionFailures.lost(ex);
        }
    }

    /** Where the connection leads, without user, password and other parameters. */
    public String url() {
        try {
            return JdbcUrls.withoutSecrets(connection().getMetaData().getURL());
        } catch (SQLException ex) {
            throw ConnectionFailures.lost(ex);
        }
    }

    /** Whether other sessions can reach the database at all. */
    public boolean isShared() {
        try {
            return dialect.isShared(connection());
        } catch (SQLException ex) {
            throw ConnectionFailures.lost(ex);
        }
    }

    /**
     * Does something in a transaction, which ends when it returns, or in the one that is already there. Rolled back when it
     * throws.
     */
    public <T> T inTransaction(Supplier<T> action) {
        if (application != null) {
            return action.get();
        }
        TransactionStatus status = transactions.getTransaction(TransactionDefinition.withDefaults());
        boolean outer = transactional;
        transactional = true;
        T result;
        try {
            if (!outer) {
                onBegin.run();
            }
            result = action.get();
            checks.refuseFailed(connection());
        } catch (RuntimeException | Error ex) {
            rollback(status);
            throw ex;
        } finally {
            transactional = outer;
        }
        transactions.commit(status);
        if (!outer) {
            writeCommits();
        }
        return result;
    }

    /** Does something in a transaction of the application, on its connection. The own one only keeps the lock meanwhile. */
    <T> T inTransactionOf(ApplicationTransactions transactions, Supplier<T> action) {
        bound.unbind();
        try {
            ApplicationTransaction begun = new ApplicationTransaction(transactions);
            T result;
            application = begun;
            transactional = true;
            try {
                result = action.get();
                checks.refuseFailed(connection());
            } catch (RuntimeException | Error ex) {
                begun.rollback();
                throw ex;
            } finally {
                application = null;
                transactional = false;
            }
            begun.commit();
            writeCommits();
            return result;
        } finally {
            bound.bind(connection);
        }
    }

    /** Calls code that gets connections of its own from Spring, and not the one of the run. */
    void callApart(Callable<?> code) throws Exception {
        bound.unbind();
        try {
            code.call();
        } finally {
            bound.bind(connection);
        }
    }

    /** Sends what a transaction of the application still keeps back. */
    void flush() {
        ApplicationTransaction current = application;
        if (current != null) {
            current.flush();
        }
    }

    /** Has the database write what was committed, where it would do so only later. */
    void writeCommits() {
        commitWriting.write(connection());
    }

    /** Has something done at the begin of each transaction. */
    void onBegin(Runnable onBegin) {
        this.onBegin = onBegin;
    }

    /** Whether an action of {@link #inTransaction} is under way. */
    boolean isTransactional() {
        return transactional;
    }

    /** Whether the connection is in autocommit now. */
    boolean isAutoCommit() {
        return checks.isAutoCommit(connection());
    }

    /** To be called at the end of what was done without a transaction. */
    void refuseOpenTransaction() {
        if (!transactional) {
            checks.refuseOpen(connection());
        }
    }

    /** A rollback that fails, since the error before has ended the connection, must not hide that error. */
    private void rollback(TransactionStatus status) {
        try {
            transactions.rollback(status);
        } catch (TransactionException ex) {
            LOG.debug("The transaction could not be rolled back; it ends with its connection", ex);
        }
    }

    /** Takes back what a script has left open; what belongs to a group is rolled back with that. */
    void rollbackLeftOver() {
        if (!transactional) {
            checks.rollbackLeftOver(connection());
        }
    }

    /**
     * Makes sure that there is a connection that answers, after an error that may have ended it.
     *
     * @return true if it is another one than before, so that session, lock and temporary tables are gone
     */
    public boolean replaceIfBroken() {
        if (!isLost()) {
            return false;
        }
        LOG.warn("The connection was lost by the error before. Callbacks that follow get a new one.");
        replace(PooledConnection::from);
        return true;
    }

    /**
     * As {@link #replaceIfBroken}, but tries as often as the settings allow for connecting: what follows cannot do without.
     *
     * @throws MigrateDbException if the thread is interrupted meanwhile, or the last attempt fails
     */
    boolean reconnectIfBroken() {
        if (!isLost()) {
            return false;
        }
        replace(attempts::connect);
        return true;
    }

    /** Makes a connection. */
    @FunctionalInterface
    private interface Connecting {

        PooledConnection connect(DataSource dataSource) throws SQLException;
    }

    private void replace(Connecting connecting) {
        bound.unbind();
        // it may live on behind a slow network, with lock and settings that no pool may hand out again
        pooled.abort();
        try {
            pooled = connecting.connect(dataSource);
        } catch (SQLException ex) {
            throw ConnectionFailures.lost(ex);
        }
        broken = false;
        connection = connection(pooled);
        bound.bind(connection);
    }

    /** Whether the connection does not answer any more. */
    public boolean isLost() {
        try {
            return connection().isClosed() || !connection().isValid(SECONDS_TO_ANSWER);
        } catch (SQLException ex) {
            return true;
        }
    }

    /** Has the connection ended instead of given back: its session holds what nobody shall inherit. */
    public void markBroken() {
        broken = true;
    }

    @Override
    public void close() {
        try {
            bound.close();
        } finally {
            if (broken) {
                pooled.abort();
            } else {
                pooled.close();
            }
        }
    }
}
