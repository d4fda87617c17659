package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.time.Duration;

/** The server goes on with a statement whose client is dead, and frees the lock at its end. */
@OnMariadb
class MariadbKilledHolderTests extends KilledHolderContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    String longStatement() {
        return "select benchmark(10000000, md5('x'))";
    }

    @Override
    boolean isRunning() {
        return !database.strings("select id from information_schema.processlist where info like 'select benchmark%'"
                        + " and db = database()")
                .isEmpty();
    }

    @Override
    Duration patience() {
        return Duration.ofMinutes(3);
    }
}
