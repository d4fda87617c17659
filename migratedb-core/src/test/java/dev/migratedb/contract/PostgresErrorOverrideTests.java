package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.StatementCounter;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

class PostgresErrorOverrideTests extends ErrorOverrideContractTests {

    private static final int STATEMENTS = 4;

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    String missingTable() {
        return "42P01";
    }

    @Override
    int missingTableCode() {
        return 0;
    }

    private static String warning(String state) {
        return "do $$ begin raise warning 'take care' using errcode = '" + state + "'; end $$;\n";
    }

    @Test
    void whatStandsBeforeAToleratedErrorIsTakenBackWithTheTransaction() {
        script("V1__all.sql", """
                create table book (id int primary key);
                insert into nowhere values (1);
                select 1/0;
                """);

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().errorOverrides("42P01:*:W").load().migrate())
                .satisfies(ex -> assertThat(ex.rolledBack()).isTrue());
        assertThat(database.tables()).doesNotContain("book");
    }

    @Test
    void aWarningThatShallBeAnErrorFailsWithItsPlace() {
        script("V1__warn.sql", "create table book (id int);\n" + warning("01ABC"));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().errorOverrides("01ABC:*:E").load().migrate())
                .withMessageContainingAll("V1__warn.sql:2:1", "'migratedb.error-overrides'", "take care", "01ABC");
        assertThat(database.tables()).doesNotContain("book");
    }

    @Test
    void aWarningIsLoggedAsWanted() {
        script("V1__warn.sql", warning("01AAA") + warning("01BBB") + warning("01CCC") + warning("01DDD"));
        try (LogLines lines = new LogLines(Level.DEBUG)) {
            engine().errorOverrides("01AAA:*:D", "01BBB:*:I-", "01CCC:*:W-")
                    .load()
                    .migrate();

            assertThat(lines.of(Level.DEBUG)).contains("Database: take care (SQLState 01AAA, code 0)");
            assertThat(lines.of(Level.INFO)).contains("Database: take care");
            assertThat(lines.of(Level.WARN))
                    .containsExactly("Database: take care", "Database: take care (SQLState 01DDD, code 0)");
        }
    }

    @Test
    void aScriptGoesOnBehindTheDataOfACopyThatIsTolerated() {
        script("V1__copy.sql", """
                create table book (id int primary key);
                copy book from stdin;
                1
                1
                \\.
                insert into book values (2);
                """);

        engine().errorOverrides("23505:*:D").load().migrate();

        assertThat(count("book")).isEqualTo(1);
    }

    @Test
    void aSavepointIsSetOnlyWhereErrorsAreTolerated() {
        script("V1__t.sql", "create table a (id int); create table b (id int); drop table a; drop table b;");
        assertThat(roundTrips("42P01:*:W") - roundTrips()).isEqualTo(2 * STATEMENTS);
        assertThat(roundTrips("42P01:*:E")).isEqualTo(roundTrips());
    }

    private long roundTrips(String... overrides) {
        database.execute("drop table if exists migratedb_state");
        StatementCounter counter = StatementCounter.around(database.dataSource());
        engine().dataSource(counter.dataSource())
                .errorOverrides(overrides)
                .load()
                .migrate();
        return counter.counts().roundTrips();
    }

    @Test
    void anErrorThatHasEndedATransactionOfTheScriptCannotBeTolerated() {
        script("V1__own.sql", """
                create table book (id int);
                begin;
                insert into book values (1);
                insert into nowhere values (1);
                commit;
                """);

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().errorOverrides("42P01:*:W").load().migrate())
                .satisfies(ex -> assertThat(ex.sqlState()).isEqualTo("42P01"));
        assertThat(count("book")).isZero();
    }

    @Test
    void anErrorThatHasClosedTheConnectionCannotBeTolerated() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(1);
        // Hikari closes a connection after 0A000
        script("V1__view.sql", """
                create table book (id int);
                create view ids as select id from book;
                alter table book alter column id type bigint;
                insert into book values (1);
                """);
        try (HikariDataSource hikari = new HikariDataSource(pool)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().dataSource(hikari)
                            .errorOverrides("0A000:*:W")
                            .load()
                            .migrate())
                    .satisfies(ex -> {
                        assertThat(ex.sqlState()).isEqualTo("0A000");
                        assertThat(ex.position()).isNotNull();
                    });
        }
        assertThat(database.tables()).doesNotContain("book");
    }
}
