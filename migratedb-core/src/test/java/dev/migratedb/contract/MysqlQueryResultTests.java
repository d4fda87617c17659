package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlQueryResultTests extends QueryResultContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    String numbers(int last) {
        return "select row_number() over () as n from information_schema.character_sets a,"
                + " information_schema.character_sets b limit " + last;
    }
}
