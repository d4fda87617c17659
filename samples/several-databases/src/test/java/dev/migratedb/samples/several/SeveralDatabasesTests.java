package dev.migratedb.samples.several;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.MigrateDbInstance;
import dev.migratedb.result.InfoResult;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** PostgreSQL, H2 and SQLite in one application. */
@SpringBootTest
class SeveralDatabasesTests {

    private static final FreshDatabase POSTGRES = PostgresTestDatabase.get().freshDatabase();

    @TempDir
    private static Path folder;

    @Autowired
    private JdbcClient orders;

    @DynamicPropertySource
    static void databases(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", POSTGRES::url);
        registry.add("spring.datasource.username", POSTGRES::user);
        registry.add("spring.datasource.password", POSTGRES::password);
        registry.add("spring.datasource.hikari.maximum-pool-size", () -> 1);
        registry.add("migratedb.instances.search.url", () -> "jdbc:sqlite:" + folder.resolve("search.sqlite"));
    }

    @AfterAll
    static void dropDatabase() {
        POSTGRES.close();
    }

    @Test
    void migratesEachDatabaseFromItsOwnFolder(
            @Autowired @MigrateDbInstance("orders") MigrateDb ofOrders,
            @Autowired @MigrateDbInstance("stock") MigrateDb ofStock,
            @Autowired @MigrateDbInstance("search") MigrateDb ofSearch) {
        assertUpToDate(ofOrders.info(), "PostgreSQL", 2);
        assertUpToDate(ofStock.info(), "H2", 1);
        assertUpToDate(ofSearch.info(), "SQLite", 1);
    }

    @Test
    void givesTheTablesOfItsOwnDatabaseToTheApplication() {
        assertThat(orders.sql("SELECT count(*) FROM order_lines")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static void assertUpToDate(InfoResult info, String database, int migrations) {
        assertThat(info.database()).startsWith(database);
        assertThat(info.applied()).hasSize(migrations);
        assertThat(info.pending()).isEmpty();
    }
}
