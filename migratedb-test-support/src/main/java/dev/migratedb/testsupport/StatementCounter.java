package dev.migratedb.testsupport;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the users of a {@link DataSource} send to the database, so that a test can assert it. Put it below a
 * connection pool to count what the pool sends as well. Which calls cost a round trip is known for PostgreSQL's driver
 * and checked against the bytes on the wire.
 *
 * <p>Not seen: what is sent through an object that {@code unwrap} returned, and rows fetched in portions. Thread-safe.
 */
public final class StatementCounter {

    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final @Nullable Object[] NONE = {};

    private final DataSource target;
    private final DataSource dataSource;

    private int openConnections;
    private int connections;
    private int maxOpenConnections;
    private int statements;
    private int hiddenQueries;
    private int commits;
    private int rollbacks;
    private int roundTrips;
    private List<String> sql = new ArrayList<>();

    private StatementCounter(DataSource target) {
        this.target = target;
        this.dataSource = proxy(DataSource.class, this::onDataSource);
    }

    public static StatementCounter around(DataSource target) {
        return new StatementCounter(target);
    }

    /** The data source to give to the code under test. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** What was counted since the start or the last {@link #reset()}. */
    public synchronized StatementCounts counts() {
        return new StatementCounts(
                connections, maxOpenConnections, statements, hiddenQueries, commits, rollbacks, roundTrips, sql);
    }

    /** Counts from zero. Connections that are open stay open and count for the largest number at the same time. */
    public synchronized void reset() {
        connections = 0;
        maxOpenConnections = openConnections;
        statements = 0;
        hiddenQueries = 0;
        commits = 0;
        rollbacks = 0;
        roundTrips = 0;
        sql = new ArrayList<>();
    }

    synchronized void opened() {
        connections++;
        openConnections++;
        maxOpenConnections = Math.max(maxOpenConnections, openConnections);
    }

    synchronized void closed() {
        openConnections--;
    }

    synchronized void executing(String text) {
        statements++;
        roundTrips++;
        sql.add(text);
    }

    synchronized void hiddenQuery() {
        hiddenQueries++;
        roundTrips++;
    }

    synchronized void committed(boolean ownRoundTrip) {
        commits++;
        roundTrips += ownRoundTrip ? 1 : 0;
    }

    synchronized void rolledBack(boolean ownRoundTrip) {
        rollbacks++;
        roundTrips += ownRoundTrip ? 1 : 0;
    }

    private @Nullable Object onDataSource(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        Object result = invoke(target, method, arguments);
        if (method.getName().equals("getConnection") && result instanceof Connection connection) {
            opened();
            return proxy(Connection.class, new CountingConnection(connection, this));
        }
        return result;
    }

    /** What is done with a call of a proxied interface. */
    @FunctionalInterface
    interface Call {

        @Nullable
        Object on(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable;
    }

    static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                StatementCounter.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (OF_OBJECT.contains(method.getName())) {
                        return switch (method.getName()) {
                            case "equals" -> proxy == arguments[0];
                            case "hashCode" -> System.identityHashCode(proxy);
                            default -> "counting " + type.getSimpleName();
                        };
                    }
                    return call.on(proxy, method, arguments == null ? NONE : arguments);
                }));
    }

    /** Calls through, and throws what the callee throws. */
    static @Nullable Object invoke(Object target, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? new SQLException(e) : e.getCause();
        }
    }
}
