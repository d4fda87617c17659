package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.MigrateResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection goes back as it came, and a run does its work whatever a connection is like when it comes. */
abstract class GivenBackContractTests extends ContractTests {

    /** How many locks sessions hold in the database that outlive a statement. */
    abstract long locks();

    /** How many leases have an owner. */
    long owners() {
        return database.strings("select \"owner\" from \"migratedb_state_lock\"").stream()
                .filter(owner -> !owner.equals("null"))
                .count();
    }

    /** Where no catalog tells: another session gets the lock at once, or fails. */
    long locksThatKeepOthersOut() {
        script("R__another.sql", "create table another_" + System.nanoTime() + " (id int);");
        assertThat(engine().lockWaitTimeout(Duration.ofMillis(1))
                        .validateOnMigrate(false)
                        .target("1")
                        .load()
                        .migrate()
                        .migrationsExecuted())
                .isEqualTo(1);
        delete("R__another.sql");
        return 0;
    }

    /** Changes everything that JDBC offers to change. */
    private final class Careless implements JavaMigration {

        private final boolean fails;

        Careless(boolean fails) {
            this.fails = fails;
        }

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.of("2");
        }

        @Override
        public String getDescription() {
            return "careless";
        }

        @Override
        public boolean canExecuteInTransaction() {
            return false;
        }

        @Override
        public void migrate(MigrationContext context) throws Exception {
            Connection connection = context.getConnection();
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            if (mayChangeReadOnly()) {
                connection.setReadOnly(true);
            }
            if (connection.getMetaData().supportsResultSetHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT)) {
                connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
            }
            if (fails) {
                throw new IllegalStateException("careless");
            }
        }
    }

    /** Whether an open connection can become a read-only one. */
    boolean mayChangeReadOnly() {
        return true;
    }

    /** Everything of a connection that a pool may not set back by itself. */
    record State(boolean autoCommit, boolean readOnly, int isolation, int holdability, String catalog, String schema) {

        static State of(Connection connection) throws SQLException {
            return new State(
                    connection.getAutoCommit(),
                    connection.isReadOnly(),
                    connection.getTransactionIsolation(),
                    connection.getHoldability(),
                    String.valueOf(connection.getCatalog()),
                    String.valueOf(connection.getSchema()));
        }
    }

    /** What a pool would hand out that sets nothing back. */
    private SingleConnectionDataSource onlyConnection(boolean autoCommit) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        SingleConnectionDataSource only = new SingleConnectionDataSource(connection, true);
        connection.setAutoCommit(autoCommit);
        return only;
    }

    @Test
    void aConnectionComesBackAsItWasWhateverMigrationsMadeOfIt() throws SQLException {
        script("V1__one.sql", "create table thing (id int);");
        script("V3__three.sql", "insert into thing values (3);");
        SingleConnectionDataSource only = onlyConnection(false);
        try {
            Connection connection = only.getConnection();
            State before = State.of(connection);
            connection.rollback();

            MigrateResult result = engine().dataSource(only)
                    .javaMigrations(new Careless(false))
                    .load()
                    .migrate();

            assertThat(result.migrationsExecuted()).isEqualTo(3);
            assertThat(State.of(connection)).isEqualTo(before);
            assertThat(locks()).isZero();
        } finally {
            only.destroy();
        }
    }

    @Test
    void aConnectionComesBackAsItWasAfterAFailure() throws SQLException {
        script("V1__one.sql", "create table thing (id int);");
        SingleConnectionDataSource only = onlyConnection(true);
        try {
            State before = State.of(only.getConnection());

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().dataSource(only)
                            .javaMigrations(new Careless(true))
                            .load()
                            .migrate());

            assertThat(State.of(only.getConnection())).isEqualTo(before);
            assertThat(locks()).isZero();
        } finally {
            only.destroy();
        }
    }

    @Test
    void runsWaitForEachOtherWhateverTheIsolationOfThePool() throws Exception {
        for (int i = 1; i <= 5; i++) {
            script("V" + i + "__t.sql", "create table t" + i + " (id int);\ninsert into t" + i + " values (1);");
        }
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(8);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            List<Future<MigrateResult>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(threads.submit(() -> engine().dataSource(pool).load().migrate()));
            }
            int executed = 0;
            for (Future<MigrateResult> run : runs) {
                executed += run.get(120, TimeUnit.SECONDS).migrationsExecuted();
            }
            assertThat(executed).isEqualTo(5);
        } finally {
            threads.shutdownNow();
        }
        assertThat(count("t5")).isEqualTo(1);
        assertThat(history()).hasSize(5);
        assertThat(locks()).isZero();
    }
}
