package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;

class HsqldbSessionTests extends SessionContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }

    @Override
    List<String> settings() {
        return List.of("create schema if not exists elsewhere", "set schema elsewhere");
    }

    @Override
    String query() {
        return "values (current_schema)";
    }
}
