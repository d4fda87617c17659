package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

class PostgresConnectCallbackTests extends ConnectCallbackContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Test
    void whatAfterConnectMakesOfTheSessionCountsForTheHistory() {
        database.execute("create schema chosen");
        script("afterConnect.sql", "set search_path to chosen;");
        script("V1__one.sql", "create table thing (id int);");

        engine().load().migrate();
        engine().load().migrate();

        assertThat(database.strings("select schemaname || '.' || tablename from pg_tables"
                        + " where tablename in ('thing', 'migratedb_state') order by 1"))
                .containsExactly("chosen.migratedb_state", "chosen.thing");
    }
}
