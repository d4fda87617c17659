package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteQueryResultTests extends QueryResultContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    String numbers(int last) {
        return "with recursive t (n) as (select 1 union all select n + 1 from t where n < " + last
                + ") select n from t";
    }
}
