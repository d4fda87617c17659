package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlResolverTests extends ResolverContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }
}
