package dev.migratedb.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that has an {@link Intervention} before and after each call that reaches the server, or may. What is done with an
 * object that {@code unwrap} returned is not seen.
 */
final class FaultyDataSource {

    private static final Set<String> OF_CONNECTION = Set.of(
            "commit",
            "rollback",
            "setAutoCommit",
            "setReadOnly",
            "setTransactionIsolation",
            "setSchema",
            "setCatalog",
            "setSavepoint",
            "releaseSavepoint",
            "isValid",
            "close",
            "abort");

    private final DataSource target;
    private final Intervention intervention;
    private @Nullable Thread counted;
    private int calls;

    private FaultyDataSource(DataSource target, Intervention intervention) {
        this.target = target;
        this.intervention = intervention;
    }

    static DataSource around(DataSource target, Intervention intervention) {
        FaultyDataSource faulty = new FaultyDataSource(target, intervention);
        return proxy(DataSource.class, faulty::onDataSource);
    }

    private @Nullable Object onDataSource(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        if (!method.getName().equals("getConnection")) {
            return invoke(target, method, arguments);
        }
        JdbcCall call = new JdbcCall(number(), "getConnection", null, null);
        intervention.before(call);
        Connection connection = (Connection) Objects.requireNonNull(invoke(target, method, arguments));
        Cut cut = new Cut(connection);
        intervention.after(new JdbcCall(call.number(), call.method(), null, cut));
        return proxy(Connection.class, new OnConnection(connection, cut));
    }

    /** Calls of other threads come at any moment; counted, they would move all others. */
    private synchronized int number() {
        if (counted == null) {
            counted = Thread.currentThread();
        }
        return counted == Thread.currentThread() ? ++calls : 0;
    }

    private @Nullable Object around(
            String name, @Nullable String sql, Cut cut, Object target, Method method, @Nullable Object[] arguments)
            throws Throwable {
        JdbcCall call = new JdbcCall(number(), name, sql, cut);
        intervention.before(call);
        Object result;
        try {
            result = invoke(target, method, arguments);
        } catch (SQLException ex) {
            intervention.after(call);
            throw ex;
        }
        intervention.after(call);
        return result;
    }

    private final class OnConnection implements Handler {

        private final Connection connection;
        private final Cut cut;

        OnConnection(Connection connection, Cut cut) {
            this.connection = connection;
            this.cut = cut;
        }

        @Override
        public @Nullable Object on(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
            String name = method.getName();
            if (OF_CONNECTION.contains(name)) {
                return around(name, null, cut, connection, method, arguments);
            }
            Object result = invoke(connection, method, arguments);
            if (result instanceof Statement && Statement.class.isAssignableFrom(method.getReturnType())) {
                String sql = arguments.length > 0 ? (String) arguments[0] : null;
                return FaultyDataSource.proxy(
                        method.getReturnType(), new OnStatement((Statement) result, (Connection) proxy, sql, cut));
            }
            return result;
        }
    }

    private final class OnStatement implements Handler {

        private final Statement statement;
        private final Connection connection;
        private final @Nullable String prepared;
        private final Cut cut;
        private final List<String> batch = new ArrayList<>();

        OnStatement(Statement statement, Connection connection, @Nullable String prepared, Cut cut) {
            this.statement = statement;
            this.connection = connection;
            this.prepared = prepared;
            this.cut = cut;
        }

        @Override
        public @Nullable Object on(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
            String name = method.getName();
            if (name.equals("getConnection")) {
                return connection;
            }
            if (name.equals("addBatch") && arguments.length > 0) {
                batch.add((String) Objects.requireNonNull(arguments[0]));
            }
            if (!name.startsWith("execute")) {
                return invoke(statement, method, arguments);
            }
            String sql = arguments.length > 0 ? (String) arguments[0] : prepared;
            if (sql == null) {
                sql = String.join(";\n", batch);
                batch.clear();
            }
            return around(name, sql, cut, statement, method, arguments);
        }
    }

    /** Embedded databases have no connection to cut: closing one has the same effect there as losing it has at a server. */
    private record Cut(Connection connection) implements JdbcCall.Session {

        @Override
        public void cut() {
            attempt(() -> connection.abort(Runnable::run));
            attempt(connection::close);
        }

        private static void attempt(Ending ending) {
            try {
                ending.end();
            } catch (SQLException ex) {
                // it has ended already
            }
        }

        private interface Ending {

            void end() throws SQLException;
        }
    }

    /** What is done with a call of a proxied interface. */
    private interface Handler {

        @Nullable
        Object on(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                FaultyDataSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
                    return switch (method.getName()) {
                        case "equals" -> proxy == given[0];
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "toString" -> "faulty " + type.getSimpleName();
                        default -> handler.on(proxy, method, given);
                    };
                }));
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? new SQLException(e) : e.getCause();
        }
    }
}
