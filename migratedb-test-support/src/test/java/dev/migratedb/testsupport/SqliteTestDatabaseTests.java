package dev.migratedb.testsupport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqliteTestDatabaseTests extends TestDatabaseContractTests {

    @Override
    TestDatabase database() {
        return SqliteTestDatabase.get();
    }

    /** There is no server that could end a session: who has the file open keeps it, but nobody finds it any more. */
    @Override
    @Test
    void closingDropsTheDatabaseAlthoughSomebodyIsConnected() throws SQLException {
        FreshDatabase database = database().freshDatabase();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute("create table city (name varchar(20))");

            database.close();

            assertThatThrownBy(() -> database.dataSource().getConnection()).isInstanceOf(SQLException.class);
        }
        database.close();
    }
}
