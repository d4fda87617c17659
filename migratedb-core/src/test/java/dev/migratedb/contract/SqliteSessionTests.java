package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;

class SqliteSessionTests extends SessionContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    List<String> settings() {
        return List.of("pragma foreign_keys = on", "pragma recursive_triggers = on", "pragma busy_timeout = 77");
    }

    @Override
    String query() {
        return "select (select * from pragma_foreign_keys) || ' ' || (select * from pragma_recursive_triggers) || ' '"
                + " || (select * from pragma_busy_timeout)";
    }
}
