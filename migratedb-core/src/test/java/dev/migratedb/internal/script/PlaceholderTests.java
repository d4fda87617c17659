package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.configuration.PlaceholderSettings;
import dev.migratedb.configuration.PlaceholderSettings.Unknown;
import dev.migratedb.migration.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderTests {

    private static final Placeholders SOME = Scripts.placeholders(
            "name",
            "person",
            "Empty",
            "",
            "again",
            "${name}",
            "two",
            "1; select 2",
            "quote",
            "it's",
            "blank",
            " \n ",
            "open",
            "'",
            "long",
            "0123456789".repeat(5),
            "dollar",
            "$",
            "secret",
            "s3cret");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "select * from ${name}, select * from person",
                "select * from ${NAME}_x, select * from person_x",
                "select '${name}' || \"${name}\", select 'person' || \"person\"",
                "select $$${name}$$, select $$person$$",
                "select $a$ ${name}$a$, select $a$ person$a$",
                "select 1 /* ${name} */ -- ${name}, select 1 /* person */ -- person",
                "${name}, person",
                "${empty}select 1${empty}, select 1",
                "a${name}b${name}c, apersonbpersonc",
                "${name}${name}, personperson",
                "select ${again}, select ${name}",
                "select ${long}, select 01234567890123456789012345678901234567890123456789",
                "select ${dollar}{name}, select ${name}",
                "select ${dollar}1${dollar}, select $1$",
                "select ${blank}1, ~select  \n 1~",
                "select ${migratedb:filename} ${flyway:FileName}, select V1__a.sql V1__a.sql",
                "select $${name}, select ${name}",
                "select $${unknown.na-me_1}, select ${unknown.na-me_1}",
                "select '$${flyway:x}', select '${flyway:x}'",
                "~select $${\"a\": 1}$$~, ~select $${\"a\": 1}$$~",
                "select $${a b}$$, select $${a b}$$",
                "select $$ $${name} $$, select $$ ${name} $$",
                "select $$$${name} $$, select $$${name} $$",
                "select $x$${name}$x$, select $x$person$x$",
                "select $x1_$${name} $x$${name}$x1_$, select $x1_$person $x$person$x1_$",
                "select $x$$${name}$x$, select $x$${name}$x$",
                "select $x$ $${name}$x$, select $x$ ${name}$x$",
                "select $x$ y $x$${name}, select $x$ y $x$person",
                "select $1$${name}, select $1${name}",
                "select a$x$${name}, select a$x${name}",
                "select $, select $",
                "select $1 + $2, select $1 + $2",
                "select { } $ {name}, select { } $ {name}",
            })
    void areReplacedInText(String script, String expected) {
        assertThat(Scripts.replaced(SOME, script).only().sql()).isEqualTo(expected);
        assertThat(Scripts.replaced(SOME, script + "\n;\n").only().sql()).isEqualTo(expected);
    }

    @Test
    void putInTextThatIsReadAsTheRest() {
        assertThat(Scripts.replaced(SOME, "select ${two}; select ${open};' + ${open}a${open}")
                        .sql())
                .containsExactly("select 1", "select 2", "select ';' + 'a'");
    }

    @Test
    void areShownAsTheyAreWritten() {
        Scripts.Reading reading = Scripts.replaced(
                SOME, "select '${secret}' from ${name}; ${blank}${two} + ${secret};\n${blank}select 3;");

        assertThat(reading.sql()).containsExactly("select 's3cret' from person", "1", "select 2 + s3cret", "select 3");
        assertThat(reading.pieces())
                .extracting(Scripts.Piece::source)
                .containsExactly("select '${secret}' from ${name}", "${two}", "${two} + ${secret}", "select 3");
        assertThat(reading.toString().replace("sql=select 's3cret'", "").replace("sql=select 2 + s3cret", ""))
                .doesNotContain("s3cret");
    }

    @Test
    void doNotMoveThePlacesOfTheFile() {
        Placeholders lines = Scripts.placeholders("lines", "a,\nb,\nc,\n", "short", "x");
        Scripts.Reading reading =
                Scripts.replaced(lines, "${short}; ${lines}\n d\n, ${short}, e; select 1,\n'${lines} ${short} ; f");

        assertThat(reading.pieces())
                .extracting(piece ->
                        piece.position().line() + ":" + piece.position().column())
                .containsExactly("1:1", "1:11");
        assertThat(reading.failure().position().line()).isEqualTo(4);
        assertThat(reading.failure().position().column()).isEqualTo(1);
        assertThat(reading.failure().position().excerpt()).isEqualTo("""
                  3 | … select 1,
                  4 | '${lines} ${short} ; f
                    | ^\
                """);
    }

    @Test
    void tellThePlaceOfEachCharacterOfTheStatement() throws Exception {
        try (StatementReader statements = StreamedStatements.open(
                Scripts.file("select ${name}, ${empty}x, '${again}' y"), SqlSyntax.POSTGRESQL, SOME)) {
            SqlStatement statement = statements.next();

            assertThat(statement.sql()).isEqualTo("select person, x, '${name}' y");
            assertThat(statement.positionAt(6).column()).isEqualTo(7);
            assertThat(statement.positionAt(7).column()).isEqualTo(8);
            assertThat(statement.positionAt(12).column()).isEqualTo(8);
            assertThat(statement.positionAt(13).column()).isEqualTo(15);
            assertThat(statement.positionAt(15).column()).isEqualTo(25);
            assertThat(statement.positionAt(28).column()).isEqualTo(39);
            assertThat(statement.positionAt(99).column()).isEqualTo(40);
            assertThat(statement.positionAt(20).excerpt()).isEqualTo("""
                  1 | select ${name}, ${empty}x, '${again}' y
                    |                             ^\
                """);
        }
    }

    @Test
    void failAtTheirPlaceWithoutAValueAndListTheNamesThatExist() {
        ScriptProblem problem = Scripts.replaced(
                        Scripts.placeholders("b", "hidden", "a", "hidden"), "select 1;\n\nselect '${b}', ${x y} + 1;")
                .failure();

        assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN_PLACEHOLDER);
        assertThat(problem.message()).isEqualTo("Placeholder '${x y}' has no value");
        assertThat(problem.remedy())
                .contains("Add 'x y' to 'migratedb.placeholders'", "'$${x y}'", "Names with a value: a, b;")
                .doesNotContain("hidden");
        assertThat(problem.position().toString()).isEqualTo(Scripts.LOCATION + ":3:16");
        assertThat(problem.position().excerpt()).isEqualTo("""
                  3 | select '${b}', ${x y} + 1;
                    |                ^\
                """);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "~${unknown}~, 1:1",
                "~  ${unknown}~, 1:3",
                "~select 'a' -- ok ${unknown}\n, ${unknown}~, 2:3",
                "~/* ${unknown} */ ${unknown}~, 1:18",
                "~select '${unknown}'~, 1:9",
                "~select $$ ${unknown} $$~, 1:11",
                "~copy t from stdin;\n${unknown}\n\\.\n${unknown}~, 4:1",
                "~select ${flyway:unknown}~, 1:8",
                "~select ${}~, 1:8",
                "~select ${ name }~, 1:8",
            })
    void failWithoutAValueOutsideOfCommentsAndData(String script, String place) {
        assertThat(Scripts.replaced(SOME, script).failure())
                .returns(ErrorCode.UNKNOWN_PLACEHOLDER, ScriptProblem::code)
                .returns(
                        place,
                        problem -> problem.position().line() + ":"
                                + problem.position().column());
    }

    @Test
    void stayInCommentsWithoutAValue() {
        assertThat(Scripts.replaced(SOME, "/* ${x} ${name} ${ */ select 1 -- ${y} ${name")
                        .only()
                        .sql())
                .isEqualTo("/* ${x} person ${ */ select 1 -- ${y} ${name");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "~select ${name\n}~, 1:8",
                "~select ${name~, 1:8",
                "~select '${'~, 1:9",
            })
    void failAtTheirPlaceWithoutAnEnd(String script, String place) {
        assertThat(Scripts.replaced(SOME, script).failure())
                .returns(ErrorCode.SYNTAX, ScriptProblem::code)
                .returns(
                        place,
                        problem -> problem.position().line() + ":"
                                + problem.position().column());
    }

    @Test
    void failWithoutAnEndAlsoWhereNoLineEnds() {
        assertThat(Scripts.replaced(SOME, "select ${" + "x".repeat(5000))
                        .failure()
                        .code())
                .isEqualTo(ErrorCode.SYNTAX);
    }

    @Test
    void stayWithoutAValueOrAnEndIfThatIsWanted() {
        Placeholders keeping = new Placeholders(Scripts.settings(Unknown.KEEP, "name", "person"), name -> null);

        assertThat(Scripts.replaced(keeping, "select '${x}', ${name} ${ \n ${y").only())
                .returns("select '${x}', person ${ \n ${y", Scripts.Piece::sql)
                .returns("select '${x}', ${name} ${ \n ${y", Scripts.Piece::source);
    }

    @Test
    void askForDefaultsOnlyWhenUsedByTheirLowerCaseName() {
        List<String> asked = new ArrayList<>();
        Placeholders placeholders = new Placeholders(Scripts.settings(Unknown.ERROR), name -> {
            asked.add(name);
            return name.equals("defaultschema") ? "app" : null;
        });

        assertThat(placeholders.value("other", "f")).isNull();
        assertThat(placeholders.value("migratedb:filename", "f")).isEqualTo("f");
        assertThat(asked).isEmpty();
        assertThat(placeholders.value("Flyway:defaultSchema", "f")).isEqualTo("app");
        assertThat(placeholders.value("migratedb:nothing", "f")).isNull();
        assertThat(asked).containsExactly("defaultschema", "nothing");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "#[, ], select #[name] ${name} ##[name] # #, select person ${name} #person # #",
                "__, __, select __name__ _name_ ___name__, select person _name_ _person_",
                "$, $, select $name$, select person",
                "$$, $$, select $$name$$, select person",
                "%, %, select %name%%name%, select personperson",
                "[%, %], select [%name%] [x] $${name}, select person [x] $${name}",
            })
    void canBeWrittenInOtherWays(String prefix, String suffix, String script, String expected) {
        Placeholders placeholders = new Placeholders(
                new PlaceholderSettings(
                        true,
                        Map.of("name", "person", "_name", "_person_"),
                        prefix,
                        suffix,
                        ".",
                        Unknown.ERROR,
                        List.of()),
                name -> null);
        ScriptInput input = new ScriptInput(Scripts.oneByOne(script), placeholders, "x", 16);

        assertThat(new Collected(input).text()).isEqualTo(expected);
    }

    /** What comes out of an input when every placeholder is replaced. */
    private record Collected(ScriptInput input) {

        String text() {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[5];
            try {
                for (int count = input.read(buffer, 0, 5); count >= 0; count = input.read(buffer, 0, 5)) {
                    text.append(buffer, 0, count);
                    if (count == 0) {
                        text.append(input.placeholder().value());
                        input.dropPlaceholder();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }
    }
}
