package dev.migratedb.contract;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A data source that is disturbed once, at one of its calls. */
final class DisturbedDataSource extends AbstractDataSource {

    /** What happens. */
    enum Fault {
        /** Nothing, so that calls can be counted. */
        NONE,
        /**
         * The process dies before the call is carried out: the connection is gone, and from then on nothing gets through any
         * more, so that nobody can do anything about it.
         */
        DEATH_BEFORE,
        /** The same behind it. */
        DEATH_BEHIND,
        /** Behind the call the thread is interrupted. */
        INTERRUPT_BEHIND,
        /** The call is not carried out, and ends as one that was cancelled. */
        CANCELLED_BEFORE,
        /** The call is carried out, and ends as one that was cancelled nevertheless. */
        CANCELLED_BEHIND;

        boolean isBefore() {
            return this == DEATH_BEFORE || this == CANCELLED_BEFORE;
        }

        private boolean concerns(Method method) {
            String name = method.getName();
            boolean toldToServer = name.startsWith("execute") || name.equals("commit");
            boolean local = name.equals("rollback") || name.equals("setAutoCommit");
            return toldToServer || (local && this != CANCELLED_BEFORE && this != CANCELLED_BEHIND);
        }
    }

    private final DataSource target;
    private final Fault fault;
    private final Predicate<String> statements;
    private final int number;
    private int calls;
    private boolean dead;

    private DisturbedDataSource(DataSource target, Fault fault, Predicate<String> statements, int number) {
        this.target = target;
        this.fault = fault;
        this.statements = statements;
        this.number = number;
    }

    /** One that only counts the calls which a fault concerns. */
    static DisturbedDataSource counting(DataSource target) {
        return new DisturbedDataSource(target, Fault.NONE, sql -> true, 0);
    }

    /** One that is disturbed at a call by its number. */
    static DisturbedDataSource at(DataSource target, Fault fault, int number) {
        return new DisturbedDataSource(target, fault, sql -> true, number);
    }

    /** One that is disturbed at the first statement that contains a text. */
    static DisturbedDataSource at(DataSource target, Fault fault, String text) {
        return new DisturbedDataSource(target, fault, sql -> sql.contains(text), 1);
    }

    /** How many calls there were. */
    int calls() {
        return calls;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (dead) {
            throw dead();
        }
        Connection connection = target.getConnection();
        return proxy(Connection.class, connection, connection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    private <T> T proxy(Class<T> type, Object object, Connection connection) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("close") && (type == Connection.class || dead)) {
                connection.close();
                return null;
            }
            if (name.equals("isClosed") && dead) {
                return true;
            }
            if (dead) {
                throw dead();
            }
            String text = arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
            boolean disturbed = fault.concerns(method) && statements.test(text) && ++calls == number;
            if (disturbed && fault.isBefore()) {
                disturb(connection);
            }
            Object result = call(object, method, arguments);
            if (disturbed && !fault.isBefore()) {
                disturb(connection);
            }
            if (result instanceof CallableStatement || result instanceof PreparedStatement) {
                return proxy(PreparedStatement.class, result, connection);
            }
            return result instanceof Statement ? proxy(Statement.class, result, connection) : result;
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object object, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException ex) {
            throw ex.getCause();
        }
    }

    private void disturb(Connection connection) throws SQLException {
        switch (fault) {
            case NONE -> {}
            case INTERRUPT_BEHIND -> Thread.currentThread().interrupt();
            case CANCELLED_BEFORE, CANCELLED_BEHIND -> throw new SQLException("It was cancelled", "70100", 1317);
            case DEATH_BEFORE, DEATH_BEHIND -> {
                dead = true;
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.close();
                throw dead();
            }
        }
    }

    private static SQLException dead() {
        return new SQLException("The process has died", "08006");
    }
}
