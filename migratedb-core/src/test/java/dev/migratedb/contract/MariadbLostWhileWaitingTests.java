package dev.migratedb.contract;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@OnMariadb
class MariadbLostWhileWaitingTests extends LostWhileWaitingContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    @Override
    DataSource named(String name) {
        database.execute("create or replace user " + name + " identified by 'secret'", "grant all on *.* to " + name);
        return new DriverManagerDataSource(database.url(), name, "secret");
    }

    @Override
    List<String> sessions(String name) {
        return database.strings("select id from information_schema.processlist where user = '" + name + "'");
    }

    @Override
    void end(String session) {
        database.execute("kill " + session);
    }
}
