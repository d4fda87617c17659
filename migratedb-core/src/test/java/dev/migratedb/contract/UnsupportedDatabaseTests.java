package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class UnsupportedDatabaseTests {

    @Test
    void aDatabaseWithoutDialectIsRefusedWithItsNameAndThoseThatAreSupported() {
        boolean[] closed = {false};
        AbstractDataSource dataSource = new AbstractDataSource() {
            @Override
            public Connection getConnection() {
                return proxy(Connection.class, name -> switch (name) {
                    case "getAutoCommit" -> true;
                    case "getMetaData" -> proxy(DatabaseMetaData.class, method -> "Informix Dynamic Server");
                    case "close" -> closed[0] = true;
                    default -> false;
                });
            }

            @Override
            public Connection getConnection(String username, String password) {
                return getConnection();
            }
        };

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() ->
                        MigrateDb.configure().dataSource(dataSource).load().migrate())
                .withMessageContaining("Informix Dynamic Server")
                .withMessageContaining("PostgreSQL, H2")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.UNSUPPORTED_DATABASE));
        assertThat(closed[0]).isTrue();
    }

    private interface Answers {

        Object to(String method);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getReturnType() == void.class
                        ? ignore(answers.to(method.getName()))
                        : answers.to(method.getName())));
    }

    private static Object ignore(Object answer) {
        return null;
    }
}
