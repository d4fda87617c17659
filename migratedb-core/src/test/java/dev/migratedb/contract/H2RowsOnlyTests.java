package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class H2RowsOnlyTests extends RowsOnlyContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Test
    void anAliasMayHaveCommitted() {
        database.execute("""
                create alias add_table as $$
                void addTable(java.sql.Connection connection) throws java.sql.SQLException {
                    connection.createStatement().execute("create table trace (id int)");
                }
                $$
                """);
        script("V2__rows.sql", "insert into thing values (1);\nselect add_table();\ninsert into nothing values (2);\n");

        MigrationFailedException failure = failure(engine());

        assertMayBeLeft(failure, "the alias PUBLIC.ADD_TABLE runs code, which may have committed");
        assertThat(count("thing")).isEqualTo(1);
        assertNextRunDoesAllOfItOnceAfterRepair();
    }

    @Test
    void aLinkedTableIsNotTakenBack() {
        String other = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        database.execute("create linked table far('', '" + other
                + ";INIT=create table if not exists near (id int)', '', '', 'NEAR')");
        script("V2__rows.sql", "insert into far values (1);\ninsert into nothing values (2);\n");

        MigrationFailedException failure = failure(engine());

        assertMayBeLeft(failure, "it does not take back what is written into the linked table PUBLIC.FAR");
        assertThat(count("far")).isEqualTo(1);
    }
}
