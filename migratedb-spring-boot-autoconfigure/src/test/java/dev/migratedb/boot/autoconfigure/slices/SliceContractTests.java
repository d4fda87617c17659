package dev.migratedb.boot.autoconfigure.slices;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test that starts a part of the application has the application's database. */
abstract class SliceContractTests {

    @Test
    void hasWhatScriptsJavaMigrationsAndCallbacksOfTheApplicationHaveMade(@Autowired DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        assertThat(jdbc.sql("select count(*) from person").query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("select text from note").query(String.class).list()).containsExactly("migrated");
    }
}
