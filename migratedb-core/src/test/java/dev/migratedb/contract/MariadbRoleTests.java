package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMariadb
class MariadbRoleTests extends RoleContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    void createRole() {
        database.execute("create role " + role, "grant all on *.* to " + role);
    }

    @Override
    void dropRole() {
        database.execute("drop role " + role);
    }

    @Override
    String currentRole() {
        return "coalesce(current_role(), 'none')";
    }
}
