package dev.migratedb.boot.autoconfigure.people;

import dev.migratedb.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A configuration of a migration and of something else, which a slice is not to have. */
@Configuration(proxyBeanMethods = false)
public class MixedConfiguration {

    @Bean
    JavaMigration mixedMigration() {
        return new ListMigrations.Sql("4", "create table mixed (id integer)");
    }

    @Bean
    PersonService personService(JdbcClient jdbcClient) {
        return new PersonService(jdbcClient);
    }
}
