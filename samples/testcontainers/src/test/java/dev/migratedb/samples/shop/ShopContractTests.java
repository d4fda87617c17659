package dev.migratedb.samples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the shop does on any PostgreSQL. */
@SpringBootTest
abstract class ShopContractTests {

    @Autowired
    private Products products;

    @Autowired
    private MigrateDb migrateDb;

    @Test
    void findsProductsInTheDatabaseThatTheMigrationsMade() {
        products.add("Lantern", "light", "brass");
        products.add("Candle", "light");
        products.add("Bell", "brass");

        assertThat(products.withTag("light")).containsExactly("Candle", "Lantern");
        assertThat(migrateDb.info().pending()).isEmpty();
    }
}
