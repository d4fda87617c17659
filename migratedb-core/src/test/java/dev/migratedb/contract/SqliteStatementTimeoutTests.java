package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class SqliteStatementTimeoutTests extends StatementTimeoutContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    String slow() {
        return "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n";
    }
}
