package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorTests {

    /** The sign ^ stands before the place that is to be named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "select ^'abc; select 2;          # The string that begins here",
                "select ^'abc''; select 2;        # The string that begins here",
                "select ^E'abc\\'; select 2;      # The string that begins here",
                "select E'a', ^'b                 # The string that begins here",
                "select ^\"abc; select 'x';       # The quoted identifier that begins here",
                "select ^$$abc$ $a$;              # The dollar-quoted text $$ that begins here",
                "select ^$tag$abc$Tag$; $$;       # The dollar-quoted text $tag$ that begins here",
                "select ^$$abc$                   # The dollar-quoted text $$ that begins here",
                "select 1; ^/* abc; select 2      # The comment that begins here",
                "^/* /* */                        # The comment that begins here",
                "select ^/* *                     # The comment that begins here",
                "select ^/*/                      # The comment that begins here",
                "create table t ^(a int; select (2); # The parenthesis that opens here is not closed",
                "select ^((1)                     # The parenthesis that opens here is not closed",
                "select 1^); select 2;            # This parenthesis closes none",
                "select 1; ^)                     # This parenthesis closes none",
                "create function f() ^begin atomic select 1; select case when a then b end; # The block BEGIN ATOMIC that opens here",
                "create procedure p() ^begin /* */ atomic select case 1; end; # The block BEGIN ATOMIC that opens here",
                "select 1; ^\\connect other       # psql meta-command \\connect is not SQL",
                "^\\restrict abc                  # psql meta-command \\restrict is not SQL",
                "select 1 ^\\gset                 # psql meta-command \\gset is not SQL",
                "select 1; ^\\.                   # \\. ends the data of a COPY … FROM STDIN, but there are none before it",
            })
    void failsAtThePlaceWhereItBegan(String marked, String message) {
        for (String before : List.of("", "select 'é😀';\r\n\r-- x\n\t")) {
            String script = before + marked;
            int place = script.indexOf('^');
            Scripts.Reading reading = Scripts.postgres(script.replace("^", ""));

            assertThat(reading.failure().code()).isEqualTo(ErrorCode.SYNTAX);
            assertThat(reading.failure().message()).startsWith(message.trim());
            assertThat(reading.failure().remedy()).isNotBlank();
            assertThat(reading.failure().position().location()).isEqualTo(Scripts.LOCATION);
            assertThat(reading.failure().position().line()).isEqualTo(before.isEmpty() ? 1 : 4);
            assertThat(reading.failure().position().column())
                    .isEqualTo(place - before.length() + (before.isEmpty() ? 1 : 2));
        }
    }

    @Test
    void handsOutTheStatementsBeforeTheProblem() {
        assertThat(Scripts.postgres("select 1; select 2; select '").pieces())
                .extracting(Scripts.Piece::sql)
                .containsExactly("select 1", "select 2");
    }

    @Test
    void showsTheLinesAroundTheProblem() {
        Scripts.Reading reading = Scripts.postgres("""
                -- people
                create table person (
                  id bigint primary key,
                  name text default 'x,
                  born date
                );
                """);

        assertThat(reading.failure().position().excerpt()).isEqualTo("""
                  2 | create table person (
                  3 |   id bigint primary key,
                  4 |   name text default 'x,
                    |                     ^\
                """);
    }

    @Test
    void showsTheWholeLineOfAProblemThatIsFoundInItsMiddle() {
        assertThat(Scripts.postgres("select 1);  select a_long_function_name(2);\nselect 3;")
                        .failure()
                        .position()
                        .excerpt())
                .isEqualTo("""
                  1 | select 1);  select a_long_function_name(2);
                    |         ^\
                """);
    }

    @Test
    void showsThatMoreStandsInTheLineBeforeTheStatement() {
        assertThat(Scripts.postgres("select 1; select '2").failure().position().excerpt())
                .isEqualTo("""
                  1 | … select '2
                    |          ^\
                """);
    }
}
