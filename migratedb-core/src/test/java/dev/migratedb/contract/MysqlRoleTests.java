package dev.migratedb.contract;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;

@OnMysql
class MysqlRoleTests extends RoleContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    void createRole() {
        database.execute("create role " + role, "grant all on *.* to " + role, "grant " + role + " to root@localhost");
    }

    @Override
    void dropRole() {
        database.execute("drop role " + role);
    }

    @Override
    String currentRole() {
        return "replace(substring_index(current_role(), '@', 1), '`', '')";
    }
}
