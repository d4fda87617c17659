package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.MigrateDbPropertiesTests.NO_PROPERTIES;
import static dev.migratedb.boot.autoconfigure.MigrateDbPropertiesTests.bound;
import static dev.migratedb.boot.autoconfigure.MigrateDbPropertiesTests.metadata;
import static dev.migratedb.boot.autoconfigure.MigrateDbPropertiesTests.path;
import static dev.migratedb.boot.autoconfigure.MigrateDbPropertiesTests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrateDbException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Fails where {@code docs/configuration.md} and the code drift apart. */
class ConfigurationPageTests {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String NONE = "–";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("java.lang.Boolean", "boolean"),
            Map.entry("java.lang.Integer", "int"),
            Map.entry("java.lang.String", "String"),
            Map.entry("java.nio.charset.Charset", "Charset"),
            Map.entry("java.time.Duration", "Duration"),
            Map.entry("java.util.List<java.lang.String>", "List"),
            Map.entry(
                    "java.util.List<" + MigrateDbProperties.Endpoint.Operation.class.getName() + ">",
                    "List of validate, repair, undo"),
            Map.entry("java.util.Map<java.lang.String,java.lang.String>", "Map"),
            Map.entry("java.util.Map<java.lang.String," + InstanceProperties.class.getName() + ">", "Map"),
            Map.entry("dev.migratedb.configuration.PlaceholderSettings$Unknown", "error, keep"),
            Map.entry("dev.migratedb.configuration.HistorySettings$Adopt", "auto, off, migratedb-v1"),
            Map.entry("dev.migratedb.configuration.LockSettings$Strategy", "auto, session, lease, none"),
            Map.entry("dev.migratedb.boot.autoconfigure.StartProperties$Mode", "migrate, validate, wait, off"),
            Map.entry(
                    "dev.migratedb.boot.autoconfigure.MigrateDbProperties$Command",
                    "migrate, info, validate, repair, baseline, undo, clean, plan, export-flyway-history"));

    /** What the page tells about one property. */
    record Row(String property, String type, String defaultValue, String example, String where, String meaning) {

        private static Row of(String line) {
            List<String> cells = cells(line);
            assertThat(cells).as(line).hasSize(6);
            return new Row(
                    code(cells.get(0)),
                    cells.get(1),
                    cells.get(2).equals(NONE) ? NONE : code(cells.get(2)),
                    code(cells.get(3)),
                    cells.get(4),
                    cells.get(5));
        }

        boolean isMap() {
            return property.endsWith(".*");
        }

        /** Without the star that stands for the keys of a map. */
        String name() {
            return isMap() ? property.substring(0, property.length() - ".*".length()) : property;
        }

        MigrateDbProperties bindingExample() {
            if (isMap()) {
                String[] entry = example.split("=", 2);
                return bound(Map.of(name() + "." + entry[0], entry[1]));
            }
            return bound(Map.of(property, example));
        }

        @Override
        public String toString() {
            return property;
        }
    }

    @Test
    void hasARowForEachPropertyAndNoOther() throws IOException {
        assertThat(rows().map(Row::name))
                .containsExactlyInAnyOrderElementsOf(metadata().keySet());
    }

    /** Their examples name classes that only an application of the reader's has. */
    private static final Set<String> NAME_CLASSES_OF_THE_APPLICATION =
            Set.of("migratedb.callbacks", "migratedb.migration-resolvers");

    @ParameterizedTest
    @MethodSource("rows")
    void tellsTypeAndMeaning(Row row) throws IOException {
        String type = (String) property(row).get("type");
        assertThat(row.type()).isEqualTo(TYPES.get(type));
        assertThat(row.isMap()).isEqualTo(row.type().equals("Map"));
        assertThat(row.meaning()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsTheDefaultThatIsInForce(Row row) {
        Object inForce = value(new MigrateDbProperties(), row);
        if (row.defaultValue().equals(NONE)) {
            assertThat(inForce).isIn(null, List.of(), Map.of());
        } else {
            assertThat(inForce).isNotIn(null, List.of(), Map.of());
            assertThat(text(value(bound(Map.of(row.property(), row.defaultValue())), row)))
                    .isEqualTo(text(inForce));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hasAnExampleThatTheEngineAcceptsAndThatIsNotTheDefault(Row row) {
        MigrateDbProperties properties = row.bindingExample();
        assertThat(text(value(properties, row))).isNotEqualTo(text(value(new MigrateDbProperties(), row)));
        MigrateDb.Builder builder = MigrateDb.configure().dataSource(new SimpleDriverDataSource());
        PropertySettings.apply(properties, builder);
        if (NAME_CLASSES_OF_THE_APPLICATION.contains(row.property())) {
            assertThatExceptionOfType(MigrateDbException.class)
                    .isThrownBy(builder::load)
                    .withMessageContaining(row.property())
                    .withMessageContaining("com.example");
        } else {
            assertThatNoException().isThrownBy(builder::load);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsWhatTheBuilderKnowsToo(Row row) {
        Set<String> settings =
                builderMethods().map(MigrateDbPropertiesTests::property).collect(Collectors.toSet());
        assertThat(row.where()).isEqualTo(settings.contains(row.name()) ? "core" : "boot");
    }

    @Test
    void listsWhatCanBeSetOnlyInJava() {
        List<String> methods = lines(line -> line.matches("\\| `[a-zA-Z]+` \\|[^|]+\\|"))
                .map(line -> code(cells(line).get(0)))
                .toList();
        assertThat(methods)
                .containsAll(NO_PROPERTIES)
                .isSubsetOf(builderMethods().toList());
        assertThat(methods).doesNotHaveDuplicates();
    }

    static Stream<Row> rows() {
        return lines(line -> line.startsWith("| `migratedb.")).map(Row::of);
    }

    private static Stream<String> builderMethods() {
        return Arrays.stream(MigrateDb.Builder.class.getMethods())
                .filter(method -> method.getReturnType() == MigrateDb.Builder.class)
                .map(Method::getName)
                .distinct();
    }

    private static Map<String, Object> property(Row row) throws IOException {
        return metadata().getOrDefault(row.name(), Map.of());
    }

    private static @Nullable Object value(MigrateDbProperties properties, Row row) {
        return new BeanWrapperImpl(properties).getPropertyValue(path(row.name()));
    }

    private static Stream<String> lines(Predicate<String> wanted) {
        try {
            return Files.readAllLines(PAGE).stream().filter(wanted);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                .map(String::trim)
                .toList();
    }

    private static String code(String cell) {
        assertThat(cell).startsWith("`").endsWith("`");
        return cell.substring(1, cell.length() - 1);
    }
}
