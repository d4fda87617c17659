package dev.migratedb.contract;

import dev.migratedb.testsupport.SqliteTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SqliteReadOnlyTests extends ReadOnlyContractTests {

    @Override
    TestDatabase server() {
        return SqliteTestDatabase.get();
    }

    @Override
    DataSource readOnly() {
        return new DriverManagerDataSource(database.url() + "?open_mode=1");
    }

    @Override
    String[] explanation() {
        return new String[] {"opened for reading only", "open_mode"};
    }
}
