package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbStatementTimeoutTests extends StatementTimeoutContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    String slow() {
        return "select count(*) from information_schema.collations a, information_schema.collations b,"
                + " information_schema.collations c, information_schema.collations d";
    }
}
