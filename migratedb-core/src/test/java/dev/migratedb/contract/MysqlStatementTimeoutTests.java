package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlStatementTimeoutTests extends StatementTimeoutContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    String slow() {
        return "select count(*) from information_schema.collations a, information_schema.collations b,"
                + " information_schema.collations c, information_schema.collations d";
    }
}
