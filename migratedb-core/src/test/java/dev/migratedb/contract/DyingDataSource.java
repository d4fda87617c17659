package dev.migratedb.contract;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A data source whose process dies at one of its calls: the connection is gone, and from then on nothing gets through any more,
 * so that nobody can do anything about it.
 */
final class DyingDataSource extends AbstractDataSource {

    private static final Set<String> CALLS = Set.of("commit", "rollback", "setAutoCommit");

    private final DataSource target;
    private final int last;
    private final boolean after;
    private final String statement;
    private int calls;
    private boolean dead;

    /**
     * Creates it.
     *
     * @param last number of the call at which it dies; 0 for never
     * @param after whether that call is still carried out
     */
    DyingDataSource(DataSource target, int last, boolean after) {
        this(target, last, after, "");
    }

    private DyingDataSource(DataSource target, int last, boolean after, String statement) {
        this.target = target;
        this.last = last;
        this.after = after;
        this.statement = statement;
    }

    /** One that dies when a statement that contains a text has been carried out. */
    static DyingDataSource behind(DataSource target, String statement) {
        return new DyingDataSource(target, 0, true, statement);
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
            boolean counts = name.startsWith("execute") || CALLS.contains(name);
            boolean named = !statement.isEmpty()
                    && arguments != null
                    && String.valueOf(arguments[0]).contains(statement);
            boolean dies = counts && (++calls == last || named);
            if (dies && !after) {
                throw die(connection);
            }
            Object result;
            try {
                result = method.invoke(object, arguments);
            } catch (InvocationTargetException ex) {
                throw ex.getCause();
            }
            if (dies) {
                throw die(connection);
            }
            if (result instanceof CallableStatement || result instanceof PreparedStatement) {
                return proxy(PreparedStatement.class, result, connection);
            }
            return result instanceof Statement ? proxy(Statement.class, result, connection) : result;
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private SQLException die(Connection connection) throws SQLException {
        dead = true;
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        connection.close();
        return dead();
    }

    private static SQLException dead() {
        return new SQLException("The process has died", "08006");
    }
}
