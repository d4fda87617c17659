package dev.migratedb.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.internal.script.ScriptProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fails where the page of the configuration and the keys of {@code .conf} files drift apart. */
class ScriptConfPageTests {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String SECTION = "## Settings of a single script";
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|.*\\| `([^`]+)` \\|[^|]+\\|");
    private static final Pattern KEY = Pattern.compile("\\b(?:[a-z]+(?:[A-Z][a-z]+)+|encoding)\\b");

    /** A row of the table. */
    record Row(String key, String example) {}

    @ParameterizedTest
    @MethodSource("rows")
    void theExampleIsUnderstood(Row row) {
        assertThat(problems(row.key() + "=" + row.example())).isEmpty();
    }

    @Test
    void everyKeyIsListed() {
        String remedy = problems("unknown=1").get(0).remedy();
        Set<String> keys = KEY.matcher(remedy).results().map(MatchResult::group).collect(Collectors.toSet());
        assertThat(rows().map(Row::key)).containsExactlyInAnyOrderElementsOf(keys);
    }

    static Stream<Row> rows() {
        try {
            String page = Files.readString(PAGE);
            return ROW.matcher(page.substring(page.indexOf(SECTION)))
                    .results()
                    .map(row -> new Row(row.group(1), row.group(2)));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static List<ScriptProblem> problems(String text) {
        List<ScriptProblem> problems = new ArrayList<>();
        try {
            ScriptConf.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "x.conf", problems);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return problems;
    }
}
