package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Fails where {@code docs/troubleshooting.md} shows other reports than those that people get. */
class TroubleshootingPageTests {

    private static final Path PAGE = Path.of("..", "docs", "troubleshooting.md");
    private static final Path REPORTS = Path.of("src", "test", "resources", "failure-reports");
    private static final Pattern BLOCK = Pattern.compile("```text\\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsEachReportAndNoOther() throws IOException {
        assertThat(shown()).containsExactlyInAnyOrderElementsOf(reports());
    }

    private static List<String> shown() throws IOException {
        List<String> shown = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            shown.add(block.group(1).strip());
        }
        return shown;
    }

    private static List<String> reports() throws IOException {
        try (Stream<Path> files = Files.list(REPORTS)) {
            List<String> reports = new ArrayList<>();
            for (Path file : files.toList()) {
                reports.add(Files.readString(file).strip());
            }
            return reports;
        }
    }
}
