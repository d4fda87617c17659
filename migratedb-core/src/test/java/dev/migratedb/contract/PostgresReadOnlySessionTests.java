package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresReadOnlySessionTests extends ReadOnlyContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    DataSource readOnly() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        dataSource.setOptions("-c default_transaction_read_only=on");
        return dataSource;
    }

    @Override
    String[] explanation() {
        return new String[] {"'default_transaction_read_only' is on"};
    }
}
