package dev.migratedb.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The counter is believed because it agrees with what is on the wire. */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresStatementCounterTests {

    private final FreshDatabase database = PostgresTestDatabase.get().freshDatabase();
    private final PostgresWireTap tap = PostgresWireTap.on(database);
    private final StatementCounter counter = StatementCounter.around(tap.dataSource());

    @AfterAll
    void close() {
        tap.close();
        database.close();
    }

    @Test
    void aConnectionCostsTheDriverOneStatementWhichTheCounterLeavesOut() throws SQLException {
        int connections = tap.connections();
        int roundTrips = tap.roundTrips();

        counter.reset();
        counter.dataSource().getConnection().close();

        assertThat(tap.connections() - connections).isOne();
        assertThat(tap.roundTrips() - roundTrips).isOne();
        assertThat(counter.counts().connections()).isOne();
        assertThat(counter.counts().roundTrips()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("work")
    void agreesWithTheWire(String name, Work work) throws Exception {
        for (boolean autoCommit : new boolean[] {true, false}) {
            try (Connection connection = counter.dataSource().getConnection()) {
                connection.setAutoCommit(autoCommit);
                int before = tap.roundTrips();
                counter.reset();
                work.run(connection);
                if (!autoCommit) {
                    connection.commit();
                }
                assertThat(counter.counts().roundTrips())
                        .as("%s with auto-commit %s: %s", name, autoCommit, counter.counts())
                        .isEqualTo(tap.roundTrips() - before);
            }
        }
    }

    static Stream<Arguments> work() {
        Map<String, Work> work = new LinkedHashMap<>();
        work.put("nothing", connection -> {});
        work.put("execute", connection -> connection.createStatement().execute("select 1"));
        work.put(
                "a text of several statements",
                connection -> connection.createStatement().execute("select 1; select 2; select 3"));
        work.put(
                "a text that fails",
                connection -> assertThatThrownBy(
                                () -> connection.createStatement().execute("select 1/0"))
                        .isInstanceOf(SQLException.class));
        work.put("executeBatch", connection -> {
            Statement statement = connection.createStatement();
            statement.addBatch("set application_name = 'a'");
            statement.addBatch("set application_name = 'b'");
            statement.executeBatch();
        });
        work.put("an empty batch", connection -> connection.createStatement().executeBatch());
        work.put("a prepared statement", connection -> {
            PreparedStatement statement = connection.prepareStatement("select ?");
            statement.setInt(1, 1);
            statement.executeQuery().close();
            statement.setInt(1, 2);
            statement.execute();
        });
        work.put(
                "PreparedStatement.getMetaData",
                connection -> connection.prepareStatement("select 1").getMetaData());
        work.put(
                "PreparedStatement.getParameterMetaData",
                connection -> connection.prepareStatement("select ?::int").getParameterMetaData());
        work.put("two commits", connection -> {
            connection.createStatement().execute("select 1");
            if (!connection.getAutoCommit()) {
                connection.commit();
                connection.commit();
            }
        });
        work.put("rollback", connection -> {
            connection.createStatement().execute("select 1");
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.rollback();
            }
        });
        work.put("auto-commit switched on", connection -> {
            connection.createStatement().execute("select 1");
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            connection.setAutoCommit(autoCommit);
        });
        work.put("savepoints", connection -> {
            if (!connection.getAutoCommit()) {
                connection.rollback(connection.setSavepoint());
                connection.releaseSavepoint(connection.setSavepoint("named"));
            }
        });
        work.put("setClientInfo", connection -> connection.setClientInfo("ApplicationName", "test"));
        work.put("setSchema", connection -> connection.setSchema("public"));
        work.put("setCatalog", connection -> connection.setCatalog("other"));
        work.put("isValid", connection -> connection.isValid(1));
        work.put("setReadOnly", connection -> connection.setReadOnly(true));
        work.put(
                "setTransactionIsolation",
                connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
        work.put("setNetworkTimeout", connection -> connection.setNetworkTimeout(Runnable::run, 60_000));
        work.put("createArrayOf", connection -> connection.createArrayOf("text", new Object[] {"a"}));
        work.put(
                "getTables",
                connection -> connection
                        .getMetaData()
                        .getTables(null, "public", "%", new String[] {"TABLE"})
                        .close());
        Stream.of(Connection.class.getMethods())
                .filter(method -> method.getDeclaringClass() == Connection.class && isGetter(method))
                .filter(method -> !method.getName().equals("getMetaData"))
                .forEach(method -> work.put("Connection." + method.getName(), method::invoke));
        return work.entrySet().stream().map(entry -> arguments(entry.getKey(), entry.getValue()));
    }

    @Test
    void agreesWithTheWireOnTheCatalogue() throws Exception {
        Map<String, String> differences = new LinkedHashMap<>();
        for (Method method : DatabaseMetaData.class.getMethods()) {
            if (method.getParameterCount() > 0 || method.getDeclaringClass() != DatabaseMetaData.class) {
                continue;
            }
            // a connection for each, because the driver remembers answers
            try (Connection connection = counter.dataSource().getConnection()) {
                DatabaseMetaData metaData = connection.getMetaData();
                int before = tap.roundTrips();
                counter.reset();
                try {
                    method.invoke(metaData);
                } catch (InvocationTargetException e) {
                    assertThat(e).hasCauseInstanceOf(SQLFeatureNotSupportedException.class);
                }
                int counted = counter.counts().roundTrips();
                int sent = tap.roundTrips() - before;
                if (counted != sent) {
                    differences.put(method.getName(), counted + " counted, " + sent + " sent");
                }
            }
        }
        // the driver also looks up the types of the types
        assertThat(differences).isEqualTo(Map.of("getTypeInfo", "1 counted, 2 sent"));
    }

    @Test
    void aScriptThatBringsItsOwnCommitIsOneRoundTrip() throws SQLException {
        try (Connection connection = counter.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            int before = tap.roundTrips();
            counter.reset();

            connection.createStatement().execute("create table own_commit (id int);\nCOMMIT;\n");
            connection.setAutoCommit(true);

            StatementCounts counts = counter.counts();
            assertThat(counts.roundTrips()).isOne();
            assertThat(counts.commits()).isOne();
            assertThat(tap.roundTrips() - before).isOne();
        }
        assertThat(database.tables()).contains("own_commit");
    }

    private static boolean isGetter(Method method) {
        return method.getParameterCount() == 0
                && (method.getName().startsWith("get") || method.getName().startsWith("is"));
    }

    @FunctionalInterface
    private interface Work {

        void run(Connection connection) throws Exception;
    }
}
