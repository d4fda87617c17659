package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlConnectionTests extends ConnectionContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    String setting() {
        return "set session group_concat_max_len = 4321";
    }

    @Override
    String query() {
        return "@@group_concat_max_len";
    }

    @Override
    String value() {
        return "4321";
    }

    @Override
    String jdbcProperty() {
        return "sessionVariables";
    }

    @Override
    String jdbcPropertyValue() {
        return "group_concat_max_len=4321";
    }
}
