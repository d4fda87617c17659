package dev.migratedb.boot.autoconfigure.slices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@JdbcTest
class JdbcTestSliceTests {

    @Test
    void isMigrated(@Autowired JdbcClient jdbcClient) {
        assertThat(jdbcClient
                        .sql("select count(*) from person")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
