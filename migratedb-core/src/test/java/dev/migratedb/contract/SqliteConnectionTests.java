package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteConnectionTests extends ConnectionContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    String setting() {
        return "pragma cache_size = -4321";
    }

    @Override
    String query() {
        return "(select cache_size from pragma_cache_size)";
    }

    @Override
    String value() {
        return "-4321";
    }

    @Override
    String jdbcProperty() {
        return "cache_size";
    }
}
