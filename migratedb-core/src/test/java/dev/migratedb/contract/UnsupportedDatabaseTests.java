package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class UnsupportedDatabaseTests {

    @Test
    void aDatabaseWithoutDialectIsRefusedWithItsNameAndThoseThatAreSupported() {
        boolean[] closed = {false};
        AbstractDataSource dataSource = dataSource(method -> switch (method) {
            case "getAutoCommit" -> true;
            case "getMetaData" -> proxy(DatabaseMetaData.class, question -> "Informix Dynamic Server");
            case "close" -> closed[0] = true;
            default -> false;
        });

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() ->
                        MigrateDb.configure().dataSource(dataSource).load().migrate())
                .withMessageContaining("Informix Dynamic Server")
                .withMessageContaining("PostgreSQL, MariaDB, MySQL, H2")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.UNSUPPORTED_DATABASE));
        assertThat(closed[0]).isTrue();
    }

    private static AbstractDataSource dataSource(Answers connection) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() {
                return proxy(Connection.class, connection);
            }

            @Override
            public Connection getConnection(String username, String password) {
                return getConnection();
            }
        };
    }

    private interface Answers {

        @Nullable
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

    private static @Nullable Object ignore(@Nullable Object answer) {
        return null;
    }
}
