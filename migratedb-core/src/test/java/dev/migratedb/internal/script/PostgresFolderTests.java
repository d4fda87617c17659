package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * psql as the judge of all scripts in a folder that somebody names, such as PostgreSQL's own regression tests, which no copy of
 * is kept here: {@code -Dmigratedb.judge.folder=…}.
 */
@EnabledIfSystemProperty(named = PostgresFolderTests.FOLDER, matches = ".+")
class PostgresFolderTests {

    static final String FOLDER = "migratedb.judge.folder";

    /** How many scripts of 465 may be read otherwise than psql does. */
    private static final double LEAST_SHARE = 463.0 / 465;

    /** A line that only psql understands. In data, {@code \N} at the begin of a line is a value. */
    private static final Pattern COMMAND_LINE =
            Pattern.compile("(?m)^[ \\t]*\\\\(?!N\\b)([a-zA-Z_]+[+S]*|[!?])(\\\\[a-z])*([ \\t][^\\n]*)?$");

    /** What psql has instead of a semicolon. */
    private static final Pattern COMMAND_AT_END =
            Pattern.compile("(?m)\\\\(;|(?:gset|gexec|gdesc|gx|g|crosstabview|watch|bind)\\b[^\\n;']*;?$)");

    /** What psql replaces with a value of its own. */
    private static final Pattern VARIABLE = Pattern.compile("(?<!:):(['\"]?)([A-Z_]+)\\1");

    private static final Pattern COPY_COMMAND = Pattern.compile("(?im)^\\\\(copy [^\\n]*)");

    private record Score(Path script, int statements, String difference) {}

    @TempDir
    Path temporary;

    @Test
    void readsScriptsAsPsqlDoes() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty(FOLDER));
        List<Path> scripts;
        try (Stream<Path> files = Files.walk(folder)) {
            scripts = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
        List<Score> scores = new ArrayList<>();
        List<String> unscored = new ArrayList<>();
        long nanos = 0;
        for (Path script : scripts) {
            Charset charset = isUtf8(script) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            String text = withoutCommands(Files.readString(script, charset));
            Path copy = temporary.resolve("script.sql");
            Files.writeString(copy, text, charset);
            SqlClient.Answer answer = new Psql().read(copy, charset);
            if (answer.complaints().contains("invalid command")
                    || answer.complaints().contains("unrecognized value")) {
                unscored.add(folder.relativize(script) + ": "
                        + answer.complaints().lines().findFirst().orElse(""));
                continue;
            }
            List<String> expected = Judgement.comparable(answer.statements(), true);
            long begin = System.nanoTime();
            JudgedReading ours = JudgedReading.of(SqlSyntax.POSTGRESQL, text);
            nanos += System.nanoTime() - begin;
            List<String> read = Judgement.comparable(ours.statements(), true);
            String difference = ours.difference(expected, read);
            scores.add(new Score(folder.relativize(script), expected.size(), difference));
        }
        List<Score> wrong =
                scores.stream().filter(score -> !score.difference().isEmpty()).toList();
        System.out.printf(
                "%d scripts, %d scored with %d statements, %d exactly right, read in %d ms%n",
                scripts.size(),
                scores.size(),
                scores.stream().mapToInt(Score::statements).sum(),
                scores.size() - wrong.size(),
                nanos / 1_000_000);
        unscored.forEach(script -> System.out.println("not scored: " + script));
        wrong.forEach(score -> System.out.println("WRONG " + score.script() + score.difference()));

        assertThat(scores).isNotEmpty();
        assertThat((double) wrong.size()).isLessThanOrEqualTo(scores.size() * (1 - LEAST_SHARE));
    }

    private static String withoutCommands(String script) {
        String copies = COPY_COMMAND.matcher(script).replaceAll("$1;");
        String lines = COMMAND_LINE.matcher(copies).replaceAll("");
        return VARIABLE.matcher(COMMAND_AT_END.matcher(lines).replaceAll(";")).replaceAll("$1$2$1");
    }

    private static boolean isUtf8(Path script) throws IOException {
        byte[] bytes = Files.readAllBytes(script);
        return !new String(bytes, StandardCharsets.UTF_8).contains("\uFFFD");
    }
}
