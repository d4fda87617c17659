package dev.migratedb.samples.shop;

import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** In a container. One annotation tells application and migrations where it is; without Docker this is skipped. */
@Testcontainers(disabledWithoutDocker = true)
class ContainerShopTests extends ShopContractTests {

    @Container
    @ServiceConnection
    static final PostgreSQLContainer DATABASE = new PostgreSQLContainer("postgres:17-alpine");
}
