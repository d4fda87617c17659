package dev.migratedb.architecture.planted.impure.internal.plan;

import org.springframework.jdbc.core.simple.JdbcClient;

class UsesSpring {

    JdbcClient client;
}
