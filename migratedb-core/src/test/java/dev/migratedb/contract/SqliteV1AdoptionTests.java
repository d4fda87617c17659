package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;

class SqliteV1AdoptionTests extends V1AdoptionAtOnceContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    List<String> indexes() {
        return database.strings("select name from sqlite_master where type = 'index' order by 1");
    }
}
