package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the statements of a script end is what the database's own client says. Its answers are kept beside the scripts, and
 * serve where it is not installed; {@code -Dmigratedb.judge.record=true} writes them anew. Line ends make no difference.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class JudgedSplittingTests {

    private static final String RECORD = "migratedb.judge.record";

    /** A line between two answers. */
    private static final String NEXT = "\n~~~~\n";

    @TempDir
    Path temporary;

    private final String folder;
    private final SqlSyntax syntax;
    private final SqlClient client;
    private final List<String> lineEnds;

    /**
     * A test.
     *
     * @param folder of the scripts
     * @param lineEnds that make no difference
     */
    JudgedSplittingTests(String folder, SqlSyntax syntax, SqlClient client, List<String> lineEnds) {
        this.folder = folder;
        this.lineEnds = lineEnds;
        this.syntax = syntax;
        this.client = client;
    }

    Stream<Path> scripts() throws IOException, URISyntaxException {
        return Files.list(Path.of(Objects.requireNonNull(getClass().getResource("/judged/" + folder))
                        .toURI()))
                .filter(file -> file.toString().endsWith(".sql"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void splitsAsTheClientDoes(Path script) throws IOException {
        List<String> expected = comparable(recorded(script));
        for (String text : withEachLineEnd(Files.readString(script))) {
            assertThat(comparable(Scripts.read(syntax, null, text).sql())).isEqualTo(expected);
        }
    }

    @Test
    void theClientSaysWhatWasRecorded() throws IOException, URISyntaxException, InterruptedException {
        assumeTrue(
                client.missing().isEmpty(),
                () -> "Not installed: " + client.missing() + "; its recorded answers in judged/" + folder
                        + " were the judge");
        for (Path script : scripts().toList()) {
            if (Boolean.getBoolean(RECORD)) {
                record(script);
            }
            List<String> expected = comparable(recorded(script));
            for (String text : withEachLineEnd(Files.readString(script))) {
                assertThat(comparable(answers(text)))
                        .as(script.getFileName().toString())
                        .isEqualTo(expected);
            }
        }
    }

    /** For psql, only a line feed ends a line of data, and a line is read as the settings were at its begin. */
    private List<String> withEachLineEnd(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean byLine = lower.contains("from stdin;") || lower.contains("standard_conforming_strings");
        return lineEnds.stream()
                .filter(end -> !byLine || end.endsWith("\n"))
                .map(end -> text.replace("\n", end))
                .toList();
    }

    private List<String> answers(String text) throws IOException, InterruptedException {
        Path copy = temporary.resolve("script.sql");
        Files.writeString(copy, text);
        return client.read(copy, StandardCharsets.UTF_8).statements();
    }

    private List<String> comparable(List<String> statements) {
        return Judgement.comparable(statements, syntax.nestsComments());
    }

    private static List<String> recorded(Path script) throws IOException {
        String answers = Files.readString(script.resolveSibling(nameOfAnswers(script)));
        return answers.isEmpty() ? List.of() : Arrays.asList(answers.split(NEXT));
    }

    private void record(Path script) throws IOException, InterruptedException {
        String answers = String.join(NEXT, answers(Files.readString(script))) + "\n";
        Path source = Path.of("src", "test", "resources", "judged", folder, nameOfAnswers(script));
        Files.writeString(source, answers);
        Files.writeString(script.resolveSibling(nameOfAnswers(script)), answers);
    }

    private static String nameOfAnswers(Path script) {
        return script.getFileName().toString().replace(".sql", ".statements");
    }
}
