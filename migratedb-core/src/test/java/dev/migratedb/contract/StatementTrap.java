package dev.migratedb.contract;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Does something before a statement without parameters is sent. */
@FunctionalInterface
interface StatementTrap {

    /**
     * Before a statement is sent.
     *
     * @throws SQLException instead of that
     */
    void before(Connection connection, String sql) throws SQLException;

    /** A data source whose statements come by the trap. */
    static DataSource around(DataSource dataSource, StatementTrap trap) {
        return new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return proxy(Connection.class, (self, method, arguments) -> {
                    Object result = call(connection, method, arguments);
                    return method.getName().equals("createStatement")
                            ? trapped(connection, (Statement) result, trap)
                            : result;
                });
            }
        };
    }

    private static Statement trapped(Connection connection, Statement statement, StatementTrap trap) {
        return proxy(Statement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("execute") && arguments != null && arguments[0] instanceof String sql) {
                trap.before(connection, sql);
            }
            return call(statement, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(StatementTrap.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException ex) {
            throw ex.getTargetException();
        }
    }
}
