package dev.migratedb.boot.autoconfigure.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A test of the application with a migration of its own, which is not part of the application. */
class OtherTests {

    @Test
    void hasAMigrationOfItsOwn() {
        new ApplicationContextRunner()
                .withUserConfiguration(OfThisTest.class)
                .run(context -> assertThat(context).hasSingleBean(JavaMigration.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class OfThisTest {

        @Bean
        JavaMigration ofAnotherTest() {
            return new ListMigrations.Sql("5", "create table of_another_test (id integer)");
        }
    }
}
