package dev.migratedb.samples.shop;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the shop sells. */
@Repository
public class Products {

    private final JdbcClient jdbcClient;

    Products(JdbcClient jdbcClient) {
        this.jdbcClient = jdbcClient;
    }

    void add(String name, String... tags) {
        jdbcClient
                .sql("INSERT INTO product (name, tags) VALUES (?, ?)")
                .params(name, tags)
                .update();
    }

    List<String> withTag(String tag) {
        return jdbcClient
                .sql("SELECT name FROM product WHERE tags @> ARRAY[?::text] ORDER BY name")
                .param(tag)
                .query((row, number) -> row.getString("name"))
                .list();
    }
}
