package dev.migratedb.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.internal.script.Condition;
import dev.migratedb.internal.script.ScriptOptions;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptHeaderTests {

    private final List<ScriptProblem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- migratedb: executeInTransaction=false, placeholderReplacement=true\nselect 1;",
                "--migratedb:executeInTransaction = FALSE,placeholderReplacement = True",
                "\uFEFF-- migratedb: executeInTransaction=false\r\n-- migratedb: placeholderReplacement=true\r\n",
                "# migratedb: executeInTransaction=false\r# migratedb: placeholderReplacement=true",
                "\n  -- Copyright\n\n/* some\n text -- migratedb: x=y\n */ -- migratedb: executeInTransaction=false\n"
                        + "\t-- migratedb: placeholderReplacement=true\n",
                "-- migratedb: executeInTransaction=false\n-- migratedb: executeInTransaction=false\n"
                        + "-- migratedb: placeholderReplacement=true",
            })
    void readsLeadingComments(String script) {
        assertThat(read(ScriptOptions.NONE, script)).isEqualTo(new ScriptOptions(false, true));
        assertThat(problems).isEmpty();
    }

    @Test
    void readsALeadingCommentBehindOnesThatAreLongerThanAnyBuffer() {
        String script = "-- " + "x*/".repeat(5000) + "\n/*" + "/* -- ".repeat(5000) + "*" + "/\n"
                + "-- migratedb: executeInTransaction=false, placeholderReplacement=true";

        assertThat(read(ScriptOptions.NONE, script)).isEqualTo(new ScriptOptions(false, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "select 1;\n-- migratedb: executeInTransaction=false",
                "select 1; -- migratedb: executeInTransaction=false",
                "/* migratedb: executeInTransaction=false */",
                "/* a */ select 1\n-- migratedb: executeInTransaction=false",
                "/* a\n-- migratedb: executeInTransaction=false\n*/",
                "-- about migratedb: executeInTransaction=false",
                "- migratedb: executeInTransaction=false",
                "-- executeInTransaction=false",
            })
    void takesNothingElseForOne(String script) {
        assertThat(read(ScriptOptions.NONE, script)).isEqualTo(ScriptOptions.NONE);
        assertThat(problems).isEmpty();
    }

    @Test
    void stopsAtTextOfAnyLength() {
        String script = "x".repeat(100_000) + "\n-- migratedb: executeInTransaction=false";

        assertThat(read(ScriptOptions.NONE, script)).isEqualTo(ScriptOptions.NONE);
    }

    @Test
    void knowsWhereAConditionStands() {
        String expression = "${stage} == 'a,b' && (${x}==1, 2)";
        Condition condition = read(
                        ScriptOptions.NONE,
                        "-- x\n-- migratedb: executeInTransaction=true, shouldExecute =  " + expression
                                + ", placeholderReplacement=true")
                .shouldExecute();

        assertThat(Objects.requireNonNull(condition).expression()).isEqualTo(expression);
        assertThat(condition.position()).hasToString("V1__a.sql:2:59");
        assertThat(problems).isEmpty();
    }

    @Test
    void takesTheSameFromBothPlaces() {
        ScriptOptions conf = new ScriptOptions(false, null);

        assertThat(read(conf, "-- migratedb: executeInTransaction=false, placeholderReplacement=false"))
                .isEqualTo(new ScriptOptions(false, false));
        assertThat(problems).isEmpty();
    }

    @Test
    void namesBothPlacesThatSayDifferentThings() {
        read(new ScriptOptions(true, null), "-- migratedb: executeInTransaction=false");
        read(ScriptOptions.NONE, "-- migratedb: shouldExecute=a==b\n-- migratedb: shouldExecute=a==c");

        assertThat(problems)
                .extracting(problem -> problem.position() + " " + problem.message())
                .containsExactly(
                        "V1__a.sql:1:15 'executeInTransaction' is 'false' here, but 'true' in V1__a.sql.conf.",
                        "V1__a.sql:2:15 'shouldExecute' is 'a==c' here, but 'a==b' before in the same script.");
    }

    @Test
    void namesThePlaceOfWhatIsWrong() {
        read(ScriptOptions.NONE, """
                -- migratedb: executeInTransaktion=true, encoding=UTF-8
                -- migratedb: placeholderReplacement=yes, x
                --  migratedb:
                """);

        assertThat(problems)
                .allSatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.CONFIGURATION);
                    assertThat(problem.remedy()).contains("executeInTransaction", "shouldExecute");
                })
                .extracting(problem -> problem.position() + " " + problem.message())
                .containsExactly(
                        "V1__a.sql:1:15 There is no key 'executeInTransaktion'.",
                        "V1__a.sql:1:42 'encoding' cannot be said in the script, which is read in that encoding already; say it"
                                + " in V1__a.sql.conf.",
                        "V1__a.sql:2:15 'placeholderReplacement' must be true or false, but is 'yes'.",
                        "V1__a.sql:2:43 'x' is no key with a value.",
                        "V1__a.sql:3:15 '' is no key with a value.");
    }

    private ScriptOptions read(ScriptOptions conf, String script) {
        ScriptOptions whole = read(conf, script, script.length());
        int before = problems.size();
        assertThat(read(conf, script, 1)).isEqualTo(whole);
        problems.subList(before, problems.size()).clear();
        return whole;
    }

    private ScriptOptions read(ScriptOptions conf, String script, int step) {
        HeaderLines lines = new HeaderLines();
        for (int i = 0; i < script.length(); i += step) {
            char[] piece =
                    script.substring(i, Math.min(i + step, script.length())).toCharArray();
            lines.update(piece, piece.length);
        }
        return new ScriptHeader(conf, "V1__a.sql", "V1__a.sql.conf", problems).with(lines.found());
    }
}
