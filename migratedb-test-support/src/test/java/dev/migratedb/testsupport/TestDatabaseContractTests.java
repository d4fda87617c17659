package dev.migratedb.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

abstract class TestDatabaseContractTests {

    abstract TestDatabase database();

    @Test
    void nameIsTheNameOfTheProduct() throws SQLException {
        try (FreshDatabase database = database().freshDatabase();
                Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName())
                    .isEqualTo(database().name());
        }
    }

    @Test
    void aFreshDatabaseIsEmptyAndSharesNothingWithAnother() {
        try (FreshDatabase first = database().freshDatabase();
                FreshDatabase second = database().freshDatabase()) {
            first.execute("create table city (name varchar(20))", "insert into city values ('Oslo')");

            assertThat(first.tables()).containsExactly("city");
            assertThat(first.count("city")).isOne();
            assertThat(first.strings("select name from city")).containsExactly("Oslo");
            assertThat(second.tables()).isEmpty();
        }
    }

    @Test
    void urlUserAndPasswordLeadToTheSameDatabase() throws SQLException {
        try (FreshDatabase database = database().freshDatabase()) {
            database.execute("create table city (name varchar(20))");

            try (Connection connection =
                            DriverManager.getConnection(database.url(), database.user(), database.password());
                    var rows = connection.createStatement().executeQuery("select count(*) from city")) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    @Test
    void closingDropsTheDatabaseAlthoughSomebodyIsConnected() throws SQLException {
        FreshDatabase database = database().freshDatabase();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute("create table city (name varchar(20))");

            database.close();

            assertThatThrownBy(() -> connection.createStatement().execute("select * from city"))
                    .isInstanceOf(SQLException.class);
        }
        database.close();
    }
}
