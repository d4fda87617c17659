package dev.migratedb.contract;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2ReadOnlyTests extends ReadOnlyContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inFiles();
    }

    @Override
    DataSource readOnly() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(database.url() + ";ACCESS_MODE_DATA=r");
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        return dataSource;
    }

    @Override
    String[] explanation() {
        return new String[] {"opened for reading only", "ACCESS_MODE_DATA"};
    }
}
