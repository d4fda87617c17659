package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.migratedb.MigrateDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.ClassUtils;

/** Fails where {@code docs/switching-from-flyway.md}, the code, and Spring Boot's support of Flyway drift apart. */
class SwitchingPageTests {

    private static final Path PAGE = Path.of("..", "docs", "switching-from-flyway.md");
    private static final Path FLYWAYS_METADATA =
            Path.of("target", "spring-boot-flyway", "META-INF", "spring-configuration-metadata.json");

    private static final String PREFIX = "spring.flyway.";

    /** What the page tells about one property of Flyway. */
    record Row(String name, String instead, String difference) {

        private static Row of(MatchResult line) {
            return new Row(line.group(1).replaceFirst("\\.\\*$", ""), line.group(2), line.group(3));
        }

        boolean isMarked() {
            return difference.contains("**≠**");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void hasARowForEachPropertyOfFlywayThatSpringBootHas() {
        assertThat(flyways().keySet()).hasSizeGreaterThan(50);
        assertThat(rows().map(Row::name).filter(name -> name.startsWith(PREFIX)))
                .containsAll(flyways().keySet());
    }

    @Test
    void hasARowForEachNameThatIsKnownAtStartupAndNoOther() {
        assertThat(rows().map(SwitchingPageTests::withoutPrefix))
                .containsExactlyInAnyOrderElementsOf(FlywayProperties.names());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsWhatIsToldAtStartup(Row row) {
        String told = FlywayProperties.replacement(withoutPrefix(row));
        assertThat(row.instead().replace("`", "").replace(".*", "")).isEqualTo(told.replaceFirst("^use ", ""));
    }

    @Test
    void marksEachDefaultThatIsAnother() throws IOException {
        Map<String, Map<String, Object>> ours = MigrateDbPropertiesTests.metadata();
        List<String> others = rows().filter(row -> flyways().containsKey(row.name()))
                .filter(row -> !row.isMarked())
                .filter(row ->
                        isAnother(value(flyways().get(row.name())), value(ours.get("migratedb." + withoutPrefix(row)))))
                .map(Row::name)
                .toList();
        assertThat(others).isEmpty();
    }

    /** Where Spring Boot does not tell the default, it is Flyway's own, which is not known here. */
    private static boolean isAnother(@Nullable String flyways, @Nullable String ours) {
        return flyways != null && ours != null && !flyways.equals(ours);
    }

    @Test
    void namesOnlyPropertiesThatThereAre() throws IOException {
        Set<String> there = MigrateDbPropertiesTests.metadata().keySet();
        Set<String> named = found("(?<![\\w.])migratedb(\\.[a-z][a-z0-9-]*)+")
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(50).isSubsetOf(there);
    }

    @Test
    void warnsOfNothingThatThereIs() throws IOException {
        List<String> warnedOf = MigrateDbPropertiesTests.metadata().keySet().stream()
                .filter(property -> {
                    String name = FlywayProperties.nameOf(
                            ConfigurationPropertyName.of(property).subName(1));
                    return name != null && FlywayProperties.isNotOffered(name);
                })
                .toList();
        assertThat(warnedOf).isEmpty();
    }

    @Test
    void namesOnlyTypesAndMethodsThatThereAre() {
        Map<String, Class<?>> types = new HashMap<>();
        types.put("MigrateDb.Builder", MigrateDb.Builder.class);
        found("dev(\\.[a-z]+)+\\.[A-Z]\\w+(\\.[A-Z]\\w+)?")
                .map(MatchResult::group)
                .forEach(name -> {
                    Class<?> type = ClassUtils.resolveClassName(name, null);
                    types.put(type.getSimpleName(), type);
                });
        assertThat(types).hasSizeGreaterThan(20);
        List<String> wrong = found("`(([A-Z]\\w+)(?:\\.[A-Z]\\w+)?)\\.([a-z]\\w+)\\(")
                .filter(call -> !hasMethod(types.get(call.group(1)), call.group(3)))
                .map(MatchResult::group)
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static boolean hasMethod(@Nullable Class<?> type, String name) {
        return type != null
                && Arrays.stream(type.getMethods()).map(Method::getName).anyMatch(name::equals);
    }

    static Stream<Row> rows() {
        return found("(?m)^\\| `((?:spring\\.)?flyway\\.[^`]+)` \\| (.+?) \\| (.*?) ?\\|$")
                .map(Row::of);
    }

    private static String withoutPrefix(Row row) {
        return row.name().replaceFirst("^(spring\\.)?flyway\\.", "");
    }

    private static Map<String, Map<String, Object>> flyways() {
        List<Map<String, Object>> properties = JsonPath.read(read(FLYWAYS_METADATA), "$.properties");
        return properties.stream()
                .filter(property -> name(property).startsWith(PREFIX))
                .collect(Collectors.toMap(SwitchingPageTests::name, Function.identity()));
    }

    private static String name(Map<String, Object> property) {
        return (String) property.get("name");
    }

    private static @Nullable String value(@Nullable Map<String, Object> property) {
        return property == null || property.get("defaultValue") == null
                ? null
                : property.get("defaultValue").toString();
    }

    private static Stream<MatchResult> found(String pattern) {
        return Pattern.compile(pattern).matcher(read(PAGE)).results();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
