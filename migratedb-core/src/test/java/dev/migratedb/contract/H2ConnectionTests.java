package dev.migratedb.contract;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2ConnectionTests extends ConnectionContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    boolean transactionalDdl() {
        return false;
    }

    @Override
    String setting() {
        return "set lock_timeout 4321";
    }

    @Override
    String query() {
        return "lock_timeout()";
    }

    @Override
    String value() {
        return "4321";
    }

    @Override
    String jdbcProperty() {
        return "LOCK_TIMEOUT";
    }
}
