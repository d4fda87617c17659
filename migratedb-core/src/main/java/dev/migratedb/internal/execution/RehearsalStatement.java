package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.Dialect;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets queries through to a statement and hands over the text of everything else, with its parameters in it. */
final class RehearsalStatement implements InvocationHandler {

    private final Connection connection;
    private final Source source;
    private final @Nullable String prepared;
    private final Dialect dialect;
    private final Consumer<String> writer;
    private final Map<Integer, @Nullable Object> parameters = new TreeMap<>();
    private final List<Call> settings = new ArrayList<>();
    private @Nullable Statement statement;
    private int batched;

    /** Opens the statement. Some databases refuse to prepare one for a table that was only rehearsed. */
    interface Source {
        Statement open() throws Throwable;
    }

    /** A call that was made before the statement was opened. */
    private record Call(Method method, Object[] arguments) {}

    /**
     * Creates it.
     *
     * @param source asked when there is a query
     * @param prepared its SQL; null where each call says its own
     * @param writer gets every statement that would be executed
     */
    RehearsalStatement(
            Connection connection, Source source, @Nullable String prepared, Dialect dialect, Consumer<String> writer) {
        this.connection = connection;
        this.source = source;
        this.prepared = prepared;
        this.dialect = dialect;
        this.writer = writer;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("set")
                && arguments != null
                && arguments.length >= 2
                && arguments[0] instanceof Integer index) {
            parameters.put(index, name.equals("setNull") ? null : arguments[1]);
        }
        if (name.startsWith("set") && arguments != null && statement == null) {
            settings.add(new Call(method, arguments));
            return null;
        }
        return switch (name) {
            case "execute" -> {
                write(arguments);
                yield false;
            }
            case "executeUpdate" -> {
                write(arguments);
                yield 0;
            }
            case "executeLargeUpdate" -> {
                write(arguments);
                yield 0L;
            }
            case "addBatch" -> {
                write(arguments);
                batched++;
                yield null;
            }
            case "clearBatch" -> {
                batched = 0;
                yield null;
            }
            case "executeBatch" -> batchResult();
            case "executeLargeBatch" ->
                Arrays.stream(batchResult()).asLongStream().toArray();
            case "getUpdateCount" -> -1;
            case "getLargeUpdateCount" -> -1L;
            case "getMoreResults" -> false;
            case "getWarnings", "getResultSet" -> null;
            case "getConnection" -> connection;
            case "getParameterMetaData" -> throw new SQLFeatureNotSupportedException("A rehearsal does not prepare");
            case "close" -> {
                if (statement != null) {
                    statement.close();
                }
                yield null;
            }
            default -> RehearsalConnection.passOn(opened(), method, arguments);
        };
    }

    private Statement opened() throws Throwable {
        if (statement == null) {
            statement = source.open();
            for (Call call : settings) {
                RehearsalConnection.passOn(statement, call.method(), call.arguments());
            }
        }
        return statement;
    }

    private int[] batchResult() {
        int[] result = new int[batched];
        Arrays.fill(result, Statement.SUCCESS_NO_INFO);
        batched = 0;
        return result;
    }

    private void write(Object @Nullable [] arguments) {
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
            writer.accept(sql);
        } else if (prepared != null) {
            writer.accept(withParameters(prepared));
        }
    }

    /** Statements with parameters are the engine's own: a question mark in them stands in quotes or for a parameter. */
    private String withParameters(String sql) {
        List<@Nullable Object> values = new ArrayList<>(parameters.values());
        StringBuilder text = new StringBuilder();
        int next = 0;
        char quote = 0;
        for (char character : sql.toCharArray()) {
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"' || character == '`') {
                quote = character;
            } else if (character == '?') {
                text.append(literal(values.get(next++)));
                continue;
            }
            text.append(character);
        }
        return text.toString();
    }

    private String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        if (value instanceof Boolean truth) {
            return dialect.literal(truth);
        }
        return dialect.literal(value.toString());
    }
}
