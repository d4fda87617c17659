package dev.migratedb.testsupport;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalogue questions of a counting connection. */
final class CountingMetaData implements StatementCounter.Call {

    private static final Set<String> QUERIES_WITHOUT_ROWS = Set.of(
            "getDefaultTransactionIsolation",
            "getMaxCatalogNameLength",
            "getMaxColumnNameLength",
            "getMaxColumnsInIndex",
            "getMaxCursorNameLength",
            "getMaxProcedureNameLength",
            "getMaxSchemaNameLength",
            "getMaxTableNameLength",
            "getMaxUserNameLength",
            "getSQLKeywords");

    private static final Set<String> ROWS_WITHOUT_QUERY = Set.of("getTableTypes");

    private final DatabaseMetaData target;
    private final CountingConnection connection;
    private final Connection connectionProxy;

    CountingMetaData(DatabaseMetaData target, CountingConnection connection, Connection connectionProxy) {
        this.target = target;
        this.connection = connection;
        this.connectionProxy = connectionProxy;
    }

    @Override
    public @Nullable Object on(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        if (method.getName().equals("getConnection")) {
            return connectionProxy;
        }
        boolean rows = method.getReturnType() == ResultSet.class && !ROWS_WITHOUT_QUERY.contains(method.getName());
        if (rows || QUERIES_WITHOUT_ROWS.contains(method.getName())) {
            connection.hiddenQuery();
        }
        return StatementCounter.invoke(target, method, arguments);
    }
}
