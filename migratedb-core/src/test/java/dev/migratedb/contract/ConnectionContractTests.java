package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import dev.migratedb.MigrateDb;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.testsupport.StatementCounter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** How the one connection of a run is made. */
abstract class ConnectionContractTests extends ContractTests {

    /** A statement that sets something for its session. */
    abstract String setting();

    /** A query for what it sets. */
    abstract String query();

    /** What it sets. */
    abstract String value();

    /** The property of the driver that sets the same. */
    abstract String jdbcProperty();

    /** What is given to that property. */
    String jdbcPropertyValue() {
        return value();
    }

    void recordSetting() {
        script(
                "beforeMigrate.sql",
                "create table seen (place varchar(20), setting varchar(100));\n"
                        + "insert into seen select 'callback', " + query() + ";");
        script("V1__look.sql", "insert into seen select 'migration', " + query() + ";");
    }

    @Test
    void initStatementsRunBeforeEverythingElseAndLastForTheRun() {
        recordSetting();
        StatementCounter counter = StatementCounter.around(database.dataSource());

        engine().dataSource(counter.dataSource())
                .initSqls(server().spelled("select 1"), setting())
                .load()
                .migrate();

        assertThat(database.strings("select distinct setting from seen")).containsExactly(value());
        assertThat(count("seen")).isEqualTo(2);
        assertThat(counter.counts().statementsWith(setting())).isEqualTo(1);
    }

    @Test
    void aFailingInitStatementIsNamedAndNothingIsMigrated() {
        script("V1__one.sql", "create table one (id int);");
        RecordingCallback callback = new RecordingCallback();

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().callbacks(callback)
                        .initSqls(setting(), "set nonsense to anything at all")
                        .load()
                        .migrate())
                .withMessageContainingAll(
                        "'migratedb.init-sqls'", "set nonsense to anything at all", "SQLState", "No migration was run")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));
        assertThat(callback.fired()).endsWith("afterMigrateError");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void secretsInInitStatementsAreNotShown() {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().placeholders(Map.of("password", "hush-hush"))
                        .initSqls("login with 'hush-hush'")
                        .load()
                        .info())
                .withMessageContaining("login with '***'")
                .satisfies(ex -> assertThat(ex).hasStackTraceContaining("***"))
                .satisfies(ex -> assertThat(String.valueOf(ex.getCause())).doesNotContain("hush"));
    }

    @Test
    void jdbcPropertiesReachTheDriver() {
        recordSetting();

        MigrateDb.configure()
                .locations("filesystem:" + folder)
                .jdbcProperties(Map.of(jdbcProperty(), jdbcPropertyValue()))
                .dataSource(database.url(), database.user(), database.password())
                .load()
                .migrate();

        assertThat(database.strings("select distinct setting from seen")).containsExactly(value());
    }

    @Test
    void jdbcPropertiesWithoutAUrlAreRefused() {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().jdbcProperties(Map.of(jdbcProperty(), jdbcPropertyValue()))
                        .load())
                .withMessageContainingAll("'migratedb.jdbc-properties'", "'migratedb.url'")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));
    }

    @Test
    void connectingIsTriedAgain() {
        script("V1__one.sql", "create table one (id int);");
        int[] attempts = {0};
        DelegatingDataSource starting = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                attempts[0]++;
                if (attempts[0] <= 2) {
                    throw new SQLException("the database system is starting up", "57P03");
                }
                return super.getConnection();
            }
        };
        try (LogLines lines = new LogLines()) {
            engine().dataSource(starting)
                    .connectRetries(2)
                    .connectRetriesInterval(Duration.ofMillis(1))
                    .load()
                    .migrate();

            assertThat(lines.of(Level.WARN))
                    .hasSize(2)
                    .allMatch(line -> line.contains("the database system is starting up"));
        }
        assertThat(database.tables()).contains("one");
    }

    @Test
    void whenNoAttemptSucceedsTheFailureSaysSo() {
        DelegatingDataSource down = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("refused", "08001");
            }
        };

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().dataSource(down)
                        .connectRetries(1)
                        .connectRetriesInterval(Duration.ofMillis(1))
                        .load()
                        .migrate())
                .withMessageContainingAll("No connection to the database", "refused")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONNECTION));
    }
}
