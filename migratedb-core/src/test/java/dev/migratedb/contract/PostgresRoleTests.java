package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

class PostgresRoleTests extends RoleContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    void createRole() {
        database.execute("create role " + role, "grant all on schema public to " + role);
    }

    @Override
    void dropRole() {
        database.execute("drop owned by " + role, "drop role " + role);
    }

    @Override
    String currentRole() {
        return "current_user";
    }
}
