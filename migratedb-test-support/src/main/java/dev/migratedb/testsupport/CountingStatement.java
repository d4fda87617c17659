package dev.migratedb.testsupport;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a counting connection. */
final class CountingStatement implements StatementCounter.Call {

    private final Statement target;
    private final @Nullable String preparedSql;
    private final CountingConnection connection;
    private final Connection connectionProxy;
    private final List<String> batch = new ArrayList<>();

    CountingStatement(
            Statement target, @Nullable String preparedSql, CountingConnection connection, Connection connectionProxy) {
        this.target = target;
        this.preparedSql = preparedSql;
        this.connection = connection;
        this.connectionProxy = connectionProxy;
    }

    @Override
    public @Nullable Object on(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getConnection" -> connectionProxy;
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" ->
                connection.execute(textOf(arguments), () -> StatementCounter.invoke(target, method, arguments));
            case "addBatch" -> {
                batch.add(textOf(arguments));
                yield StatementCounter.invoke(target, method, arguments);
            }
            case "clearBatch" -> {
                batch.clear();
                yield StatementCounter.invoke(target, method, arguments);
            }
            case "executeBatch", "executeLargeBatch" -> executeBatch(method, arguments);
            case "getMetaData", "getParameterMetaData" -> {
                connection.hiddenQueryOutsideTransaction();
                yield StatementCounter.invoke(target, method, arguments);
            }
            default -> StatementCounter.invoke(target, method, arguments);
        };
    }

    private @Nullable Object executeBatch(Method method, @Nullable Object[] arguments) throws Throwable {
        if (batch.isEmpty()) {
            return StatementCounter.invoke(target, method, arguments);
        }
        String text = preparedSql != null ? preparedSql : String.join(";\n", batch);
        batch.clear();
        return connection.execute(text, () -> StatementCounter.invoke(target, method, arguments));
    }

    private String textOf(@Nullable Object[] arguments) {
        if (arguments.length > 0 && arguments[0] instanceof String text) {
            return text;
        }
        return preparedSql == null ? "" : preparedSql;
    }
}
