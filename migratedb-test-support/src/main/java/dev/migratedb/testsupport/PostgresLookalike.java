package dev.migratedb.testsupport;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * PostgreSQL that introduces itself as a database that only speaks its protocol. What such a database would be sent is so
 * carried out by a real server, though not by its own.
 */
public final class PostgresLookalike implements TestDatabase {

    private final String name;
    private final Map<String, Object> answers;

    private PostgresLookalike(String name, Map<String, Object> answers) {
        this.name = name;
        this.answers = answers;
    }

    /** Tells its version as CockroachDB does. */
    public static PostgresLookalike cockroach() {
        return new PostgresLookalike(
                "CockroachDB", Map.of("getParameterStatus crdb_version", "CockroachDB CCL v24.1.0"));
    }

    /** Tells its version as YugabyteDB does. */
    public static PostgresLookalike yugabyte() {
        return new PostgresLookalike("YugabyteDB", Map.of("getDatabaseProductVersion", "15.2-YB-2025.1.0.0-b0"));
    }

    @Override
    public String name() {
        return name;
    }

    /** As the engine is told; the server itself would. */
    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public FreshDatabase freshDatabase() {
        FreshDatabase real = PostgresTestDatabase.get().freshDatabase();
        return new FreshDatabase(
                real.url(),
                real.user(),
                real.password(),
                new Disguised(real.dataSource()),
                real.dataSource(),
                CatalogQueries.STANDARD,
                real::close);
    }

    private final class Disguised extends DelegatingDataSource {

        Disguised(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return disguised(Connection.class, super.getConnection());
        }
    }

    private <T> T disguised(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object answer = answers.get(question(method, arguments));
            if (answer != null) {
                return answer;
            }
            Object result = invoke(target, method, arguments);
            if (result instanceof DatabaseMetaData data) {
                return disguised(DatabaseMetaData.class, data);
            }
            // what else it is unwrapped to has nothing that tells which database it is
            return result instanceof PGConnection driver && arguments != null && arguments[0] == PGConnection.class
                    ? disguised(PGConnection.class, driver)
                    : result;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static String question(Method method, Object @Nullable [] arguments) {
        return arguments == null ? method.getName() : method.getName() + " " + arguments[0];
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException ex) {
            throw ex.getCause() == null ? ex : ex.getCause();
        }
    }
}
