package dev.migratedb.compatibility;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.migratedb.testsupport.MariadbTestDatabase#isAvailable",
        disabledReason = "the programs of MariaDB are not installed")
class MariadbFlywayExclusionTests extends FlywayExclusionContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    String flywayWaits() {
        return "select count(*) from information_schema.processlist where db = database() and state = 'User lock'";
    }
}
