package dev.migratedb.boot.autoconfigure.slices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test that starts a part of the application has the application's database. */
abstract class SliceContractTests {

    /** Whether the slice has what a migration needs that runs after the start. */
    boolean hasJpa() {
        return false;
    }

    @Test
    void hasWhatScriptsJavaMigrationsAndCallbacksOfTheApplicationHaveMade(@Autowired DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        assertThat(jdbc.sql("select name from person").query(String.class).list())
                .isEqualTo(hasJpa() ? List.of("Grace") : List.of());
        assertThat(jdbc.sql("select text from note").query(String.class).list()).containsExactly("migrated");
    }
}
