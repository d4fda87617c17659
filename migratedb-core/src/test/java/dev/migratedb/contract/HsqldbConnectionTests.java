package dev.migratedb.contract;

import dev.migratedb.testsupport.HsqldbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class HsqldbConnectionTests extends ConnectionContractTests {

    @Override
    TestDatabase server() {
        return HsqldbTestDatabase.get();
    }

    @Override
    String setting() {
        return "set database transaction control mvcc";
    }

    @Override
    String query() {
        return "property_value from information_schema.system_properties where property_name = 'hsqldb.tx'";
    }

    @Override
    String value() {
        return "MVCC";
    }

    @Override
    String jdbcProperty() {
        return "hsqldb.tx";
    }
}
