package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteInterruptionTests extends InterruptionContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    String longStatement() {
        return "insert into thing with recursive c(x) as (select 1 union all select x + 1 from c where x < 2000000000) select max(x) from c";
    }
}
