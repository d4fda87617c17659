package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.ScriptPosition;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that are generated together with the statements, or the mistake, that they hold. Each has its number as seed. */
class GeneratedScriptTests {

    private static final int SCRIPTS = Boolean.getBoolean("migratedb.long") ? 100_000 : 10_000;
    private static final int FAULTY = SCRIPTS / 4;
    private static final int[] WINDOWS = {16, 40, 100, 1000};

    private record Reading(
            List<String> statements, @Nullable ScriptProblem problem) {}

    static Stream<SqlSyntax> syntaxes() {
        return Stream.of(
                SqlSyntax.POSTGRESQL,
                SqlSyntax.H2,
                SqlSyntax.MYSQL,
                SqlSyntax.HSQLDB,
                SqlSyntax.SQLITE,
                SqlSyntax.SQLSERVER,
                SqlSyntax.ORACLE);
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void giveTheStatementsThatTheyWereMadeOfAndAreSplitTheSameWayAgain(SqlSyntax syntax) {
        for (int seed = 0; seed < SCRIPTS; seed++) {
            ScriptGenerator generator = new ScriptGenerator(syntax, seed);
            ScriptGenerator.Script script = generator.script();
            Reading expected = new Reading(script.statements(), null);
            String joined = generator.joined(script.statements());

            assertThat(read(syntax, script.text(), seed))
                    .as("seed %d: %s", seed, script.text())
                    .isEqualTo(expected);
            assertThat(read(syntax, joined, seed))
                    .as("seed %d: %s", seed, joined)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void failAtAParenthesisThatHasNoOther(SqlSyntax syntax) {
        for (int seed = 0; seed < FAULTY; seed++) {
            assertFailure(syntax, new ScriptGenerator(syntax, seed).withWrongParenthesis(), seed);
        }
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void failAtWhatNeverEnds(SqlSyntax syntax) {
        for (int seed = 0; seed < FAULTY; seed++) {
            assertFailure(syntax, new ScriptGenerator(syntax, seed).withoutEnd(), seed);
        }
    }

    /** Wherever a script is cut off, it is read to its end or refused, and what was read before stays the same. */
    @ParameterizedTest
    @MethodSource("syntaxes")
    void keepTheirFirstStatementsWhereverTheyAreCutOff(SqlSyntax syntax) {
        for (int seed = 0; seed < FAULTY; seed++) {
            ScriptGenerator.Script script = new ScriptGenerator(syntax, seed).script();
            String cut = script.text()
                    .substring(0, new Random(seed).nextInt(script.text().length() + 1));
            Reading reading = read(syntax, cut, seed);

            int at = 0;
            for (String statement : reading.statements()) {
                int begin = cut.indexOf(statement, at);
                boolean repeated = begin < 0 && cut.startsWith(statement, at - statement.length());
                assertThat(begin >= 0 || repeated).as("seed %d: %s", seed, cut).isTrue();
                at = repeated ? at : begin + statement.length();
            }
            if (reading.problem() != null) {
                assertThat(reading.problem().code())
                        .as("seed %d: %s", seed, cut)
                        .isEqualTo(ErrorCode.SYNTAX);
            }
        }
    }

    private static void assertFailure(SqlSyntax syntax, ScriptGenerator.Wrong wrong, int seed) {
        ScriptProblem problem = read(syntax, wrong.text(), seed).problem();
        assertThat(problem).as("seed %d: %s", seed, wrong.text()).isNotNull();
        ScriptPosition position =
                Objects.requireNonNull(Objects.requireNonNull(problem).position());
        assertThat(position.line() + ":" + position.column())
                .as("seed %d, %s: %s", seed, problem, wrong.text())
                .isEqualTo(place(wrong));
    }

    private static String place(ScriptGenerator.Wrong wrong) {
        TextPlace place = new TextPlace(1, 1);
        place.over(wrong.text().substring(0, wrong.offset()));
        return place.line() + ":" + place.column();
    }

    private static Reading read(SqlSyntax syntax, String script, int seed) {
        int window = WINDOWS[seed % WINDOWS.length];
        StringReader reader = new StringReader(script);
        ScriptText text = new ScriptText("x.sql", new ScriptInput(reader, null, "x.sql", window), window);
        List<String> statements = new ArrayList<>();
        try (StatementReader read = new StreamedStatements(syntax, reader, text)) {
            for (SqlStatement next = read.next(); next != null; next = read.next()) {
                statements.add(next.sql());
            }
            return new Reading(statements, null);
        } catch (ScriptSyntaxException e) {
            return new Reading(statements, e.problem());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
