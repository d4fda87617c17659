package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a migration sets for its session ends with it, and nobody inherits it from the pool. */
abstract class SessionContractTests extends ContractTests {

    /** Statements that set something for the session, or leave something in it. */
    abstract List<String> settings();

    /** A query for all that they set, as one text. */
    abstract String query();

    @Test
    void settingsOfAMigrationDoNotReachTheNextOneNorTheNextUserOfThePool() {
        script("V1__set.sql", String.join(";\n", settings()) + ";\n");
        script("V1__set.sql.conf", "executeInTransaction=false");
        script("V2__look.sql", "create table seen (settings varchar(1000));\ninsert into seen " + query() + ";");
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            JdbcClient client = JdbcClient.create(pool);
            String before = client.sql(query()).query(String.class).single();

            engine().dataSource(pool).load().migrate();

            assertThat(database.strings("select settings from seen")).containsExactly(before);
            assertThat(client.sql(query()).query(String.class).single()).isEqualTo(before);
            settings().forEach(new JdbcTemplate(pool)::execute);
            assertThat(client.sql(query()).query(String.class).single()).isNotEqualTo(before);
        }
    }
}
