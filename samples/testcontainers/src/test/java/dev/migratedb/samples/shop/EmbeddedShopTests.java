package dev.migratedb.samples.shop;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same without Docker, on an embedded server. */
class EmbeddedShopTests extends ShopContractTests {

    private static final FreshDatabase DATABASE = PostgresTestDatabase.get().freshDatabase();

    @DynamicPropertySource
    static void place(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE::user);
        registry.add("spring.datasource.password", DATABASE::password);
        registry.add("migratedb.user", DATABASE::user);
    }
}
