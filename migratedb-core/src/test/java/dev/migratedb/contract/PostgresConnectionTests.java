package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresConnectionTests extends ConnectionContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    String setting() {
        return "set application_name to 'migrations'";
    }

    @Override
    String query() {
        return "current_setting('application_name')";
    }

    @Override
    String value() {
        return "migrations";
    }

    @Override
    String jdbcProperty() {
        return "ApplicationName";
    }

    @Test
    void thePoolGetsItsConnectionBackAsItWas() {
        recordSetting();
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(1);
        try (HikariDataSource hikari = new HikariDataSource(pool)) {
            JdbcClient client = JdbcClient.create(hikari);
            String before = client.sql("select " + query()).query(String.class).single();

            engine().dataSource(hikari).initSqls(setting()).load().migrate();

            assertThat(client.sql("select " + query()).query(String.class).single())
                    .isEqualTo(before)
                    .isNotEqualTo(value());
        }
        assertThat(database.strings("select distinct setting from seen")).containsExactly(value());
    }

    @Test
    void aConnectionThatReplacesALostOneIsInitialisedToo() {
        script("V1__end.sql", "select pg_terminate_backend(pg_backend_pid());");
        script("afterMigrateError.sql", "create table seen as select " + query() + " as setting;");

        try {
            engine().initSqls(setting()).load().migrate();
        } catch (RuntimeException expected) {
            assertThat(expected).hasMessageContaining("V1__end.sql");
        }

        assertThat(database.strings("select setting from seen")).containsExactly(value());
    }
}
