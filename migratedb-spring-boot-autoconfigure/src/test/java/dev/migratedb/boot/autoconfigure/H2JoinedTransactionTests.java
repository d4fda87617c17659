package dev.migratedb.boot.autoconfigure;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class H2JoinedTransactionTests extends JoinedTransactionContractTests {

    @Override
    TestDatabase kind() {
        return H2TestDatabase.inMemory();
    }

    @Override
    boolean ddlIsTransactional() {
        return false;
    }
}
