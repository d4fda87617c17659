package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Fails where {@code docs/spring-boot.md} names a test that is not there, or something that no test shows. */
class SpringBootPageTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");
    private static final Pattern PARENT = Pattern.compile("class \\w+ extends (\\w+)");

    @Test
    void namesATestForEachLineAndOnlyTestsThatThereAre() throws IOException {
        Map<String, String> sources = sources();
        String[] rows = Files.readString(ROOT.resolve("docs/spring-boot.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.contains("shown by"))
                .toArray(String[]::new);
        assertThat(rows).hasSizeGreaterThan(40).allSatisfy(row -> {
            Matcher test = TEST.matcher(row);
            int named = 0;
            while (test.find()) {
                named++;
                assertThat(hasMethod(sources, test.group(1), test.group(2)))
                        .as(test.group())
                        .isTrue();
            }
            assertThat(named).as("tests of %s", row).isPositive();
        });
    }

    /** The tests of all modules: several are no dependency of this one. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().endsWith("Tests.java"))
                    .forEach(file -> sources.put(file.getFileName().toString().replace(".java", ""), read(file)));
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static boolean hasMethod(Map<String, String> sources, String className, String method) {
        String source = sources.get(className);
        if (source == null) {
            return false;
        }
        if (source.contains("void " + method + "(")) {
            return true;
        }
        Matcher parent = PARENT.matcher(source);
        return parent.find() && hasMethod(sources, parent.group(1), method);
    }
}
