package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pool whose connections have JDBC's read-only flag. */
abstract class ReadOnlyPoolContractTests extends ReadOnlyContractTests {

    private @Nullable HikariDataSource pool;

    @AfterEach
    void closePool() {
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    DataSource readOnly() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        config.setReadOnly(true);
        pool = new HikariDataSource(config);
        return pool;
    }

    @Override
    String[] explanation() {
        return new String[] {"read-only flag", "'spring.datasource.hikari.read-only'", "'migratedb.url'"};
    }

    @Test
    void theFlagStaysAsItCame() throws SQLException {
        script("V1__one.sql", "create table thing (id int);");
        DataSource readOnly = readOnly();
        try {
            engine().dataSource(readOnly).load().migrate();
        } catch (RuntimeException expected) {
            assertThat(expected).hasMessageContaining("read-only");
        }
        try (Connection connection = readOnly.getConnection()) {
            assertThat(connection.isReadOnly()).isTrue();
        }
    }
}
