package dev.migratedb.contract;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresLostWhileWaitingTests extends LostWhileWaitingContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    DataSource named(String name) {
        return new DriverManagerDataSource(
                database.url() + "?ApplicationName=" + name, database.user(), database.password());
    }

    @Override
    List<String> sessions(String name) {
        return database.strings("select pid from pg_stat_activity where datname = current_database()"
                + " and application_name = '" + name + "'");
    }

    @Override
    void end(String session) {
        database.strings("select pg_terminate_backend(" + session + ")");
    }
}
