package dev.migratedb.testsupport;

import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection that reports to a counter. Used by one thread at a time, as connections are; {@code close} and
 * {@code abort} may come from others.
 */
final class CountingConnection implements StatementCounter.Call {

    /** Calls that make the driver of PostgreSQL ask the server, and open a transaction when auto-commit is off. */
    private static final Set<String> QUERIES =
            Set.of("getSchema", "setSchema", "getCatalog", "setSavepoint", "releaseSavepoint");

    /** The same, but they never open a transaction. */
    private static final Set<String> QUERIES_OUTSIDE =
            Set.of("getTransactionIsolation", "setTransactionIsolation", "setClientInfo", "isValid");

    private static final Pattern ENDS_TRANSACTION = Pattern.compile(
            "(?:^|;)\\s*(?:(commit|end)|rollback|abort)(?:\\s+(?:work|transaction))?\\s*;?\\s*$",
            Pattern.CASE_INSENSITIVE);

    private final Connection target;
    private final StatementCounter counter;
    private boolean inTransaction;
    private boolean closed;

    CountingConnection(Connection target, StatementCounter counter) {
        this.target = target;
        this.counter = counter;
    }

    @Override
    public @Nullable Object on(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close", "abort" -> {
                closeOnce();
                yield StatementCounter.invoke(target, method, arguments);
            }
            case "createStatement", "prepareStatement", "prepareCall" -> {
                String sql = arguments.length > 0 && arguments[0] instanceof String text ? text : null;
                Object statement = StatementCounter.invoke(target, method, arguments);
                yield statement == null ? null : counting((Statement) statement, sql, (Connection) proxy);
            }
            case "commit" -> {
                Object result = StatementCounter.invoke(target, method, arguments);
                commitIfOpen();
                yield result;
            }
            case "rollback" -> rollback(method, arguments);
            case "setAutoCommit" -> {
                Object result = StatementCounter.invoke(target, method, arguments);
                if (Boolean.TRUE.equals(arguments[0])) {
                    commitIfOpen();
                }
                yield result;
            }
            case "getMetaData" -> {
                DatabaseMetaData metaData = target.getMetaData();
                yield StatementCounter.proxy(
                        DatabaseMetaData.class, new CountingMetaData(metaData, this, (Connection) proxy));
            }
            default -> {
                if (QUERIES.contains(method.getName())) {
                    hiddenQuery();
                } else if (QUERIES_OUTSIDE.contains(method.getName())) {
                    hiddenQueryOutsideTransaction();
                }
                yield StatementCounter.invoke(target, method, arguments);
            }
        };
    }

    /** Runs a statement: counted before, because a statement that fails was sent as well. */
    @Nullable
    Object execute(String sql, Execution execution) throws Throwable {
        counter.executing(sql);
        transactionMayStart();
        Object result = execution.run();
        Matcher end = ENDS_TRANSACTION.matcher(sql);
        if (inTransaction && end.find()) {
            inTransaction = false;
            if (end.group(1) != null) {
                counter.committed(false);
            } else {
                counter.rolledBack(false);
            }
        }
        return result;
    }

    void hiddenQuery() throws SQLException {
        counter.hiddenQuery();
        transactionMayStart();
    }

    void hiddenQueryOutsideTransaction() {
        counter.hiddenQuery();
    }

    private void transactionMayStart() throws SQLException {
        inTransaction |= !target.getAutoCommit();
    }

    private @Nullable Object rollback(Method method, @Nullable Object[] arguments) throws Throwable {
        if (arguments.length == 1) {
            counter.hiddenQuery();
        } else if (inTransaction) {
            inTransaction = false;
            counter.rolledBack(true);
        }
        return StatementCounter.invoke(target, method, arguments);
    }

    private void commitIfOpen() {
        if (inTransaction) {
            inTransaction = false;
            counter.committed(true);
        }
    }

    private synchronized void closeOnce() {
        if (!closed) {
            closed = true;
            counter.closed();
        }
    }

    private Object counting(Statement statement, @Nullable String sql, Connection proxy) {
        CountingStatement call = new CountingStatement(statement, sql, this, proxy);
        if (statement instanceof CallableStatement) {
            return StatementCounter.proxy(CallableStatement.class, call);
        }
        if (statement instanceof PreparedStatement) {
            return StatementCounter.proxy(PreparedStatement.class, call);
        }
        return StatementCounter.proxy(Statement.class, call);
    }

    @FunctionalInterface
    interface Execution {

        @Nullable
        Object run() throws Throwable;
    }
}
