package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A server with the option that replicas have, for a user for whom it counts. */
@OnMariadb
class MariadbReadOnlyServerTests extends ReadOnlyContractTests {

    private static final String USER = "someone_" + Long.toHexString(System.nanoTime());

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @AfterEach
    void mayWriteAgain() {
        database.execute("set global read_only = 0", "drop user if exists " + USER);
    }

    @Override
    DataSource readOnly() {
        database.execute(
                "create or replace user " + USER + " identified by 'secret'",
                "grant select, insert, update, delete, create, drop, index on `" + database.currentSchema() + "`.* to "
                        + USER,
                "set global read_only = 1");
        return new DriverManagerDataSource(database.url(), USER, "secret");
    }

    @Override
    String[] explanation() {
        return new String[] {"'read_only', as a replica does", "primary"};
    }
}
