package dev.migratedb.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresTestDatabaseTests extends TestDatabaseContractTests {

    @Override
    TestDatabase database() {
        return PostgresTestDatabase.get();
    }

    @Test
    void aDatabaseThatWasClosedIsGone() {
        FreshDatabase closed = database().freshDatabase();
        String name = closed.strings("select current_database()").get(0);
        closed.close();

        try (FreshDatabase other = database().freshDatabase()) {
            assertThat(other.strings("select datname from pg_database"))
                    .doesNotContain(name)
                    .containsAll(other.strings("select current_database()"));
        }
    }

    @Test
    void theServerDoesNotWaitForTheDisk() {
        try (FreshDatabase database = database().freshDatabase()) {
            assertThat(database.strings("show fsync")).containsExactly("off");
        }
    }

    @Test
    void allTestsShareOneServer() {
        try (FreshDatabase first = PostgresTestDatabase.get().freshDatabase();
                FreshDatabase second = PostgresTestDatabase.get().freshDatabase()) {
            assertThat(first.strings("select pg_postmaster_start_time()"))
                    .isEqualTo(second.strings("select pg_postmaster_start_time()"));
        }
    }
}
