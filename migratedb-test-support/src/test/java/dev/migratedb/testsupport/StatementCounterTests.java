package dev.migratedb.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StatementCounterTests {

    private final FreshDatabase database = H2TestDatabase.inMemory().freshDatabase();
    private final StatementCounter counter = StatementCounter.around(database.dataSource());
    private final DataSource dataSource = counter.dataSource();

    @BeforeEach
    void createTable() {
        database.execute("create table city (name varchar(20))");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsNothingBeforeAnythingIsDone() {
        assertThat(counter.counts()).isEqualTo(new StatementCounts(0, 0, 0, 0, 0, 0, 0, List.of()));
    }

    @Test
    void countsEachStatementWithItsText() {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("insert into city values (?)").param("Oslo").update();
        jdbc.sql("select name from city").query(String.class).list();

        StatementCounts counts = counter.counts();
        assertThat(counts.sql()).containsExactly("insert into city values (?)", "select name from city");
        assertThat(counts.statements()).isEqualTo(2);
        assertThat(counts.roundTrips()).isEqualTo(2);
        assertThat(counts.statementsWith("FROM city")).isOne();
    }

    @Test
    void countsAStatementThatFails() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select * from nowhere")).isInstanceOf(SQLException.class);
        }
        assertThat(counter.counts().sql()).containsExactly("select * from nowhere");
    }

    @Test
    void countsABatchOnce() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("insert into city values (?)")) {
            statement.addBatch("insert into city values ('Oslo')");
            statement.addBatch("insert into city values ('Bergen')");
            statement.executeBatch();
            for (String name : List.of("Rome", "Milan")) {
                prepared.setString(1, name);
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
        assertThat(counter.counts().sql())
                .containsExactly(
                        "insert into city values ('Oslo');\ninsert into city values ('Bergen')",
                        "insert into city values (?)");
        assertThat(database.count("city")).isEqualTo(4);
    }

    @Test
    void countsConnectionsAndHowManyWereOpenAtOnce() throws SQLException {
        dataSource.getConnection().close();
        try (Connection first = dataSource.getConnection();
                Connection second = dataSource.getConnection()) {
            assertThat(first).isNotEqualTo(second);
        }
        dataSource.getConnection().close();

        assertThat(counter.counts().connections()).isEqualTo(4);
        assertThat(counter.counts().maxOpenConnections()).isEqualTo(2);
    }

    @Test
    void resetForgetsAllButOpenConnections() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.createStatement().execute("select 1");
            counter.reset();

            assertThat(counter.counts()).isEqualTo(new StatementCounts(0, 1, 0, 0, 0, 0, 0, List.of()));
        }
        counter.reset();
        assertThat(counter.counts().maxOpenConnections()).isZero();
    }

    @Test
    void countsCommitsAndRollbacksOfTransactionsThatDidSomething() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.commit();
            connection.rollback();
            assertThat(counter.counts().roundTrips()).isZero();

            connection.createStatement().execute("insert into city values ('Oslo')");
            connection.commit();
            connection.createStatement().execute("insert into city values ('Rome')");
            connection.rollback();
            connection.createStatement().execute("insert into city values ('Bergen')");
            connection.setAutoCommit(true);
        }
        StatementCounts counts = counter.counts();
        assertThat(counts.commits()).isEqualTo(2);
        assertThat(counts.rollbacks()).isOne();
        assertThat(counts.roundTrips()).isEqualTo(6);
        assertThat(database.strings("select name from city")).containsExactly("Oslo", "Bergen");
    }

    @Test
    void statementsAndCatalogueLeadBackToTheCountingConnection() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("select 1")) {
            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(prepared.getConnection()).isSameAs(connection);
            assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
        }
    }

    @Test
    void losesNothingWhenThreadsWorkAtTheSameTime() throws InterruptedException {
        int threads = 8;
        int each = 50;
        CountDownLatch together = new CountDownLatch(threads);
        List<Thread> workers = IntStream.range(0, threads)
                .mapToObj(number -> new Thread(() -> {
                    together.countDown();
                    for (int i = 0; i < each; i++) {
                        JdbcClient.create(dataSource)
                                .sql("select 1")
                                .query(Integer.class)
                                .single();
                    }
                }))
                .toList();
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
        StatementCounts counts = counter.counts();
        assertThat(counts.statements()).isEqualTo(threads * each);
        assertThat(counts.connections()).isEqualTo(threads * each);
        assertThat(counts.sql()).hasSize(threads * each);
        assertThat(counts.maxOpenConnections()).isBetween(1, threads);
    }
}
