package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbQueryResultTests extends QueryResultContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }

    @Override
    String numbers(int last) {
        return "select n from unnest(sequence_array(1, " + last + ", 1)) as t (n)";
    }
}
