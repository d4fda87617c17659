package dev.migratedb.boot.autoconfigure.slices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What production connects to is not what tests connect to: neither the application nor its migrations may reach it. */
@SpringBootTest(
        classes = {SlicedApplication.class, ServiceConnectionTests.Containers.class},
        properties = {
            "spring.datasource.url=jdbc:postgresql://production.invalid/shop",
            "migratedb.url=jdbc:postgresql://production.invalid/shop",
            "migratedb.user=owner",
            "spring.jpa.hibernate.ddl-auto=validate"
        })
class ServiceConnectionTests {

    @Test
    void migratesTheContainerThatIsAnnotatedWithServiceConnection(
            @Autowired JdbcClient jdbcClient, @Autowired MigrateDb migrateDb) {
        assertThat(jdbcClient
                        .sql("select count(*) from person")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(migrateDb.info().current()).isNotNull();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Containers {

        @Bean
        @ServiceConnection
        EmbeddedContainer database() {
            return new EmbeddedContainer();
        }
    }
}
