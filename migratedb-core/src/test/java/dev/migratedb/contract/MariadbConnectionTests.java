package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbConnectionTests extends ConnectionContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
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
