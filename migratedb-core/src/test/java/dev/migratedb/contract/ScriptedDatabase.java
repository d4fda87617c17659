package dev.migratedb.contract;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.tools.SimpleResultSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * What stands in for a database that cannot be started: it knows the answers to some questions and writes down all that it is
 * sent, with the values of parameters behind.
 */
final class ScriptedDatabase extends AbstractDataSource {

    private final String product;
    private final Map<String, Object> answers = new LinkedHashMap<>();
    private final List<String> sent = new ArrayList<>();
    private boolean autoCommit = true;

    ScriptedDatabase(String product) {
        this.product = product;
    }

    /** Answers queries that contain a text with rows of texts. */
    @SafeVarargs
    final ScriptedDatabase answering(String part, List<? extends @Nullable Object>... rows) {
        answers.put(part, List.of(rows));
        return this;
    }

    /** Lets statements that contain a text fail. */
    ScriptedDatabase failing(String part, SQLException failure) {
        answers.put(part, failure);
        return this;
    }

    /** All that was sent so far, transactions included; the holder of a lease is "me", a migration takes 0 ms. */
    List<String> sent() {
        return sent.stream()
                .map(statement -> statement
                        .replaceAll("process \\d+ on .+, run [0-9a-f-]{36}", "me")
                        .replaceAll("(, -?\\d{6,}, \\w+), \\d+", "$1, 0"))
                .toList();
    }

    @Override
    public Connection getConnection() {
        return proxy(Connection.class, this::connection);
    }

    @Override
    public Connection getConnection(String username, String password) {
        return getConnection();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object connection(Object proxy, Method method, Object @Nullable [] arguments) {
        switch (method.getName()) {
            case "getMetaData" -> {
                return proxy(DatabaseMetaData.class, (data, question, none) -> switch (question.getName()) {
                    case "getDatabaseProductName" -> product;
                    case "getURL" -> "jdbc:scripted";
                    default -> plain(question);
                });
            }
            case "getAutoCommit" -> {
                return autoCommit;
            }
            case "setAutoCommit" -> {
                autoCommit = arguments != null && Boolean.TRUE.equals(arguments[0]);
                return null;
            }
            case "commit", "rollback" -> {
                sent.add(method.getName());
                return null;
            }
            case "createStatement" -> {
                return proxy(Statement.class, statement(null));
            }
            case "prepareStatement" -> {
                return proxy(
                        PreparedStatement.class, statement(arguments == null ? null : String.valueOf(arguments[0])));
            }
            default -> {
                return method.getName().equals("isValid") ? true : plain(method);
            }
        }
    }

    private InvocationHandler statement(@Nullable String prepared) {
        Map<Integer, @Nullable Object> parameters = new TreeMap<>();
        return (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("execute")) {
                String sql = arguments == null ? String.valueOf(prepared) : String.valueOf(arguments[0]);
                return executed(name, sql, parameters);
            }
            if (name.startsWith("set") && arguments != null && arguments.length > 1) {
                parameters.put((Integer) arguments[0], name.equals("setNull") ? null : arguments[1]);
            }
            if (name.equals("getParameterMetaData")) {
                throw new SQLFeatureNotSupportedException();
            }
            return switch (name) {
                case "getUpdateCount" -> -1;
                case "getLargeUpdateCount" -> -1L;
                default -> plain(method);
            };
        };
    }

    private Object executed(String method, String sql, Map<Integer, @Nullable Object> parameters) throws SQLException {
        sent.add(parameters.isEmpty() ? sql : sql + " <- " + new ArrayList<>(parameters.values()));
        Object answer = answers.entrySet().stream()
                .filter(entry -> sql.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
        if (answer instanceof SQLException failure) {
            throw failure;
        }
        return switch (method) {
            case "executeQuery" -> rows((List<?>) answer);
            case "executeUpdate" -> 1;
            default -> false;
        };
    }

    private static ResultSet rows(List<?> rows) {
        SimpleResultSet result = new SimpleResultSet();
        int columns = rows.isEmpty() ? 1 : ((List<?>) rows.get(0)).size();
        for (int column = 1; column <= columns; column++) {
            result.addColumn("c" + column, Types.OTHER, 0, 0);
        }
        rows.forEach(row -> result.addRow(((List<?>) row).toArray()));
        return result;
    }

    private static @Nullable Object plain(Method method) {
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : type == long.class ? (Object) 0L : null;
    }
}
