package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.boot.autoconfigure.Applications.Version2;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresJoinedTransactionTests extends JoinedTransactionContractTests {

    @Override
    TestDatabase kind() {
        return PostgresTestDatabase.get();
    }

    @Override
    boolean ddlIsTransactional() {
        return true;
    }

    /** Everything goes through the one connection of the run: a second one would have to be waited for in vain. */
    @Override
    ApplicationContextRunner application() {
        return super.application()
                .withPropertyValues(
                        "spring.datasource.hikari.maximum-pool-size=1",
                        "spring.datasource.hikari.connection-timeout=2000");
    }

    @Test
    void sendsWhatTheApplicationsClientSendsAsTheUserWhoMigrates() {
        JdbcClient admin = JdbcClient.create(database().dataSource());
        String role = database()
                        .url()
                        .substring(database().url().lastIndexOf('/') + 1)
                        .replaceAll("\\W.*", "") + "_role";
        admin.sql("create role " + role + " login password 'secret'").update();
        admin.sql("grant all on schema public to " + role).update();
        try {
            application()
                    .withUserConfiguration(TellingItsUser.class)
                    .withPropertyValues("migratedb.user=" + role, "migratedb.password=secret")
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        assertThat(people()).containsExactly(role);
                    });
        } finally {
            admin.sql("drop owned by " + role).update();
            admin.sql("drop role " + role).update();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TellingItsUser {

        @Bean
        JavaMigration addPeople(JdbcClient jdbcClient) {
            return new Version2(context -> jdbcClient
                    .sql("insert into person (id, name) select 1, current_user")
                    .update());
        }
    }
}
