package dev.migratedb.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jooq.test.autoconfigure.JooqTest;

@JooqTest
class JooqTestSliceTests {

    @Test
    void hasWhatScriptsJavaMigrationsAndCallbacksOfTheApplicationHaveMade(@Autowired DSLContext dsl) {
        assertThat(dsl.fetchValues("select name from person order by id").stream()
                        .map(String::valueOf))
                .containsExactly("Ada", "Emmy");
    }
}
