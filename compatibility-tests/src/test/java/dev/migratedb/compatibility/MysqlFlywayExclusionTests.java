package dev.migratedb.compatibility;

import dev.migratedb.testsupport.MysqlTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.migratedb.testsupport.MysqlTestDatabase#isAvailable",
        disabledReason = "the profile mysql is off, or its server does not run here")
class MysqlFlywayExclusionTests extends FlywayExclusionContractTests {

    @Override
    TestDatabase server() {
        return MysqlTestDatabase.get();
    }

    @Override
    String flywayWaits() {
        return "select count(*) from information_schema.processlist where db = database() and state = 'User lock'";
    }
}
