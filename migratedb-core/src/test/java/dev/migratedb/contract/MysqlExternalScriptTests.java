package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlExternalScriptTests extends ExternalScriptContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
