package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.Dialect;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets queries through to a connection and hands everything else to a rehearsal. Transactions exist only in what is written:
 * the connection itself stays in autocommit.
 */
final class RehearsalConnection implements InvocationHandler {

    private final Connection connection;
    private final Dialect dialect;
    private final Rehearsal rehearsal;
    private boolean autoCommit = true;
    private boolean begun;

    private RehearsalConnection(Connection connection, Dialect dialect, Rehearsal rehearsal) {
        this.connection = connection;
        this.dialect = dialect;
        this.rehearsal = rehearsal;
    }

    /** A connection over the given one, which must be in autocommit. */
    static Connection over(Connection connection, Dialect dialect, Rehearsal rehearsal) {
        return proxy(Connection.class, new RehearsalConnection(connection, dialect, rehearsal));
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(RehearsalConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static @Nullable Object passOn(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException ex) {
            throw ex.getCause();
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "getAutoCommit" -> {
                return autoCommit;
            }
            case "setAutoCommit" -> {
                if (arguments != null) {
                    end("COMMIT");
                    autoCommit = Boolean.TRUE.equals(arguments[0]);
                }
                return null;
            }
            case "commit" -> {
                end("COMMIT");
                return null;
            }
            case "rollback" -> {
                if (arguments == null) {
                    end("ROLLBACK");
                }
                return null;
            }
            case "setSavepoint" -> {
                return proxy(Savepoint.class, (savepoint, asked, none) -> null);
            }
            case "releaseSavepoint" -> {
                return null;
            }
            default -> {
                if (!Statement.class.isAssignableFrom(method.getReturnType())) {
                    return passOn(connection, method, arguments);
                }
                String sql = arguments != null && arguments[0] instanceof String text ? text : null;
                RehearsalStatement.Source statement =
                        () -> (Statement) Objects.requireNonNull(passOn(connection, method, arguments));
                return Proxy.newProxyInstance(
                        RehearsalConnection.class.getClassLoader(),
                        new Class<?>[] {method.getReturnType()},
                        new RehearsalStatement(connection, statement, sql, dialect, this::statement));
            }
        }
    }

    /** A transaction is written only when there is something in it. */
    private void statement(String sql) {
        if (!autoCommit && !begun) {
            rehearsal.statement(dialect.inScript(dialect.beginTransaction()));
            begun = true;
        }
        rehearsal.statement(dialect.inScript(sql));
    }

    private void end(String how) {
        if (begun) {
            rehearsal.statement(dialect.inScript(how));
            begun = false;
        }
    }
}
