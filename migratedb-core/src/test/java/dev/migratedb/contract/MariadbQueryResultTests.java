package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbQueryResultTests extends QueryResultContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    String numbers(int last) {
        return "select row_number() over () as n from information_schema.character_sets a,"
                + " information_schema.character_sets b limit " + last;
    }
}
