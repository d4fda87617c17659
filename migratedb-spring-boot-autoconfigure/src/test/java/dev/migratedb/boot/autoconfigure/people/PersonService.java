package dev.migratedb.boot.autoconfigure.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** An ordinary bean of an application that writes in transactions. */
public class PersonService {

    private final JdbcClient jdbcClient;

    public PersonService(JdbcClient jdbcClient) {
        this.jdbcClient = jdbcClient;
    }

    @Transactional
    public void add(int id, String name) {
        jdbcClient
                .sql("insert into person (id, name) values (?, ?)")
                .params(id, name)
                .update();
    }
}
