package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.MariadbTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnMariadb
class MariadbBatchTests extends BatchContractTests {

    @Override
    TestDatabase server() {
        return MariadbTestDatabase.get();
    }

    /** A block for each hundred, and a question how far it came; and in the end two variables that nobody else shall see. */
    @Override
    int roundTripsOfAThousand() {
        return 10 * 2 + 2;
    }

    @Override
    String furtherTables() {
        return """
                create table price (id int primary key, v decimal(5,2));
                create table numbered (id int primary key auto_increment, n bigint);
                create table untaken (id int primary key) engine = myisam;
                """;
    }

    @Override
    List<String> tables() {
        return List.of("t", "seen", "price", "numbered", "untaken");
    }

    @Override
    boolean keepsRows() {
        return true;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t valuesx (1, 'syntax')",
                "insert into t values (1, 'x') on",
                "insert into nowhere values (1)",
                "insert into t (nothing) values (1)",
                "insert into t values (none(1), 'x')",
                "insert into t values (1, undeclared)",
                "insert into t values (5, 'x') returning nothing",
                "update t set word = 'much too long for the column' where id = 2",
                "replace into t values (null, 'x')",
                "delete from t where id = (select 1 union select 2)",
                "insert into t values (?, 'x')"
            })
    void errorsOfAllKindsAreTheSame(String failing) {
        Outcome outcome = sameAsOneByOne(inserts(1, 4) + failing + ";\n" + inserts(7, 9));

        assertThat(outcome.line()).isEqualTo(5);
        assertThat(outcome.rows()).isEmpty();
    }

    @Test
    void nothingRunsBehindAStatementThatFails() {
        Outcome outcome = sameAsOneByOne("""
                insert into untaken values (1);
                insert into untaken values (2);
                insert into untaken values (2);
                insert into untaken values (3);
                insert into untaken values (4);
                """);

        assertThat(outcome.rows()).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void warningsAreLoggedInTheirOrder() {
        Outcome outcome =
                sameAsOneByOne(inserts(1, 4) + """
                insert into price values (1, 1.239);
                insert into price values (2, 1.5);
                insert ignore into t values (3, 'x'), (4, 'x'), (5, 'five');
                insert into price values (3, 4.567);
                """ + inserts(6, 300) + "insert into price values (4, 4.567);\n");

        assertThat(outcome.warnings()).hasSize(5);
        assertThat(outcome.rows()).hasSize(300 + 4);
    }

    @Test
    void numbersAreGivenAndTheLastIsKnown() {
        Outcome outcome = sameAsOneByOne("""
                insert into numbered (n) values (5);
                insert into numbered (n) values (last_insert_id());
                insert into numbered (n) select last_insert_id() + 100;
                insert ignore into numbered values (2, 2);
                insert into numbered (n) values (last_insert_id());
                set @last = last_insert_id();
                insert into numbered (n) values (@last);
                """);

        assertThat(outcome.rows()).contains(List.of(1, 5L), List.of(2, 1L), List.of(3, 102L));
    }

    @Test
    void whoAsksOfTheStatementBeforeGetsItsAnswer() {
        Outcome outcome = sameAsOneByOne(inserts(1, 6) + """
                update t set word = 'x' where id < 4;
                set @changed = row_count();
                insert into seen values (1, @changed);
                """ + inserts(7, 10) + """
                delete from t where id < 6;
                insert into seen values (2, row_count());
                """);

        assertThat(outcome.rows()).contains(List.of(1, 3), List.of(2, 5));
    }

    @Test
    void textsArriveAsTheyAre() {
        Outcome outcome = sameAsOneByOne("""
                insert into t values (1, 'a;b');
                insert into t values (2, 'it''s') -- a comment
                ;
                insert into t values (3, "double ' quote") # a comment
                ;
                insert into t values (4, 'back\\\\slash\\'');
                insert into t values (5, /* here */ 'end');
                insert into t values (6, 'a@b.example');
                insert into t values (7, 'é€𝄞');
                insert into t values (8, /*!50000 'executed' */);
                insert into t values (9, ':=?');
                """);

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.rows())
                .contains(List.of(2, "it's"), List.of(4, "back\\slash'"), List.of(7, "é€𝄞"))
                .hasSize(9);
    }

    @Test
    void otherDelimitersAndBlocksStandBetween() {
        Outcome outcome = sameAsOneByOne(inserts(1, 4) + """
                delimiter //
                begin not atomic insert into seen select 1, count(*) from t; end //
                """ + inserts(5, 8).replace(";\n", "//\n") + """
                insert into t values (9, 'x');
                //
                delimiter ;
                insert into seen select 2, count(*) from t;
                """);

        assertThat(outcome.rows()).contains(List.of(1, 4), List.of(2, 9)).hasSize(11);
    }

    @Test
    void twoStatementsInOneAreRefusedAsTheServerRefusesThem() {
        Outcome outcome = sameAsOneByOne("delimiter //\n" + inserts(1, 4).replace(";\n", "//\n")
                + "insert into t values (5, 'x'); insert into t values (6, 'x') //\n");

        assertThat(outcome.line()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORACLE", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "EMPTY_STRING_IS_NULL", ""})
    void modesKeepTheirMeaning(String mode) {
        Outcome outcome = sameAsOneByOne("set sql_mode = '" + mode + "';\n" + inserts(1, 5)
                + "insert into t values (6, '');\ninsert into t values (7, 'much too long for the column');\n"
                + inserts(8, 12));

        assertThat(outcome.rows()).isNotEmpty();
    }

    @Test
    void aLimitOfTimeCountsForEachStatement() {
        script("V2__rows.sql", inserts(1, 50));
        int together = counted().roundTrips();
        script("V3__rows.sql", "set max_statement_time = 100;\n" + inserts(51, 100));

        assertThat(counted().roundTrips() - together).isGreaterThanOrEqualTo(50);

        assertThat(count("t")).isEqualTo(100);
    }
}
