package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.migration.TargetVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.test.util.ReflectionTestUtils;

/** Fails where properties and engine drift apart. */
class MigrateDbPropertiesTests {

    /** Settings of the builder that are beans or objects, not values that a property could have. */
    static final Set<String> NO_PROPERTIES = Set.of(
            "instance",
            "dataSource",
            "joinedDataSources",
            "applicationTransactions",
            "foundClasses",
            "resourceLoader",
            "clock",
            "javaMigrations",
            "resolvers");

    /** Properties that are no settings of the builder. */
    private static final Set<String> NO_SETTINGS = Set.of(
            "migratedb.enabled",
            "migratedb.mode",
            "migratedb.command",
            "migratedb.run-in-training",
            "migratedb.wait.timeout",
            "migratedb.wait.poll-interval",
            "migratedb.endpoint.write-operations",
            "migratedb.observation.statements",
            "migratedb.url",
            "migratedb.user",
            "migratedb.password",
            "migratedb.instances",
            "migratedb.driver-class-name");

    /** A setting that is not given to the builder, but to the data source; see {@link DataSourceChoiceTests}. */
    private static final String OF_THE_DATA_SOURCE = "jdbcProperties";

    /** Settings that are kept in a field of another name, since they stand beside objects. */
    private static final Map<String, String> FIELDS =
            Map.of("callbacks", "callbackNames", "dryRunOutput", "dryRunLocation");

    /** For each property a value that differs from its default, and what it makes of the setting. */
    private static final Map<String, Sample> SAMPLES = Map.ofEntries(
            sample("migratedb.locations", "classpath:x,filesystem:y", List.of("classpath:x", "filesystem:y")),
            sample("migratedb.callback-locations", "classpath:x", List.of("classpath:x")),
            sample("migratedb.callbacks", "a.b.C,a.d", List.of("a.b.C", "a.d")),
            sample("migratedb.migration-resolvers", "a.b.C", List.of("a.b.C")),
            sample("migratedb.skip-default-callbacks", "true", true),
            sample("migratedb.skip-default-resolvers", "true", true),
            sample("migratedb.detect-encoding", "true", true),
            sample("migratedb.baseline-migration-prefix", "Z", "Z"),
            sample("migratedb.undo-sql-migration-prefix", "Z", "Z"),
            sample("migratedb.powershell-executable", "/opt/pwsh", "/opt/pwsh"),
            sample("migratedb.script-placeholder-prefix", "P_", "P_"),
            sample("migratedb.script-placeholder-suffix", "_E", "_E"),
            sample("migratedb.run-as-role", "app_owner", "app_owner"),
            sample("migratedb.init-sqls", "set a to b", List.of("set a to b")),
            sample("migratedb.connect-retries", "3", 3),
            sample("migratedb.connect-retries-interval", "30", Duration.ofSeconds(30)),
            sample("migratedb.cherry-pick", "2,totals", List.of("2", "totals")),
            sample("migratedb.skip-executing-migrations", "true", true),
            sample("migratedb.undo.target", "2.5", MigrationVersion.of("2.5")),
            sample("migratedb.undo.count", "2", 2),
            sample("migratedb.clean-disabled", "false", false),
            sample("migratedb.output-query-results", "true", true),
            sample("migratedb.error-overrides", "42P01:*:W,*:*:I-", List.of("42P01:*:W", "*:*:I-")),
            sample("migratedb.batch", "false", false),
            sample("migratedb.rebuild-invalid-indexes", "false", false),
            sample("migratedb.dry-run-output", "target/plan.sql", "target/plan.sql"),
            sample("migratedb.fail-on-missing-locations", "true", true),
            sample("migratedb.encoding", "ISO-8859-1", Charset.forName("ISO-8859-1")),
            sample("migratedb.sql-migration-prefix", "Z", "Z"),
            sample("migratedb.repeatable-sql-migration-prefix", "Z", "Z"),
            sample("migratedb.sql-migration-separator", "--", "--"),
            sample("migratedb.sql-migration-suffixes", ".ddl,.sql", List.of(".ddl", ".sql")),
            sample("migratedb.validate-migration-naming", "true", true),
            sample("migratedb.placeholder-replacement", "false", false),
            sample("migratedb.placeholders.town", "Bern", Map.of("town", "Bern")),
            sample("migratedb.placeholder-prefix", "#[", "#["),
            sample("migratedb.placeholder-suffix", "]", "]"),
            sample("migratedb.placeholder-separator", ".", "."),
            sample("migratedb.placeholder-unknown", "keep", "KEEP"),
            sample("migratedb.secret-placeholders", "pin", List.of("pin")),
            sample("migratedb.schemas", "a,b", List.of("a", "b")),
            sample("migratedb.default-schema", "a", "a"),
            sample("migratedb.create-schemas", "false", false),
            sample("migratedb.table", "history", "history"),
            sample("migratedb.tablespace", "fast", "fast"),
            sample("migratedb.installed-by", "me", "me"),
            sample("migratedb.adopt", "migratedb-v1", "MIGRATEDB_V1"),
            sample("migratedb.adopt-table", "schema_version", "schema_version"),
            sample("migratedb.target", "3.1?", TargetVersion.parse("3.1?")),
            sample("migratedb.out-of-order", "true", true),
            sample("migratedb.group", "true", true),
            sample("migratedb.mixed", "true", true),
            sample("migratedb.execute-in-transaction", "false", false),
            sample("migratedb.validate-on-migrate", "false", false),
            sample("migratedb.ignore-migration-patterns", "*:missing", List.of("*:missing")),
            sample("migratedb.baseline-on-migrate", "true", true),
            sample("migratedb.baseline-version", "2.5", MigrationVersion.of("2.5")),
            sample("migratedb.baseline-description", "before us", "before us"),
            sample("migratedb.lock.strategy", "lease", "LEASE"),
            sample("migratedb.lock.wait-timeout", "3m", Duration.ofMinutes(3)),
            sample("migratedb.lock.poll-interval", "1s", Duration.ofSeconds(1)),
            sample("migratedb.lock.lease-duration", "1m", Duration.ofMinutes(1)),
            sample("migratedb.ddl-lock-timeout", "2s", Duration.ofSeconds(2)),
            sample("migratedb.ddl-lock-retries", "3", 3),
            sample("migratedb.ddl-lock-retry-max-interval", "1m", Duration.ofMinutes(1)),
            sample("migratedb.statement-timeout", "10m", Duration.ofMinutes(10)),
            sample("migratedb.progress-interval", "0", Duration.ZERO));

    @Test
    void hasAPropertyForEverySettingAndASettingForEveryProperty() throws IOException {
        Set<String> expected =
                settings().map(MigrateDbPropertiesTests::property).collect(Collectors.toCollection(TreeSet::new));
        expected.add(property(OF_THE_DATA_SOURCE));
        expected.addAll(NO_SETTINGS);
        assertThat(metadata().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void triesEverySetting() {
        assertThat(SAMPLES.keySet().stream().map(MigrateDbPropertiesTests::withoutMapKey))
                .containsExactlyInAnyOrderElementsOf(
                        settings().map(MigrateDbPropertiesTests::property).toList());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void leavesTheDefaultOfTheEngineAlone(String setting) {
        MigrateDb.Builder builder = MigrateDb.configure();
        PropertySettings.apply(new MigrateDbProperties(), builder);
        assertThat(text(value(builder, setting))).isEqualTo(text(value(MigrateDb.configure(), setting)));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void givesTheValueOfThePropertyToTheEngine(String property) {
        Sample sample = SAMPLES.get(property);
        MigrateDb.Builder builder = MigrateDb.configure();
        PropertySettings.apply(bound(Map.of(property, sample.text())), builder);
        assertThat(text(value(builder, setting(property)))).isEqualTo(text(sample.value()));
        assertThat(text(value(MigrateDb.configure(), setting(property))))
                .as("the sample differs from the default")
                .isNotEqualTo(text(sample.value()));
    }

    @Test
    void describesEveryProperty() throws IOException {
        assertThat(metadata().values())
                .allSatisfy(property -> assertThat(property)
                        .extractingByKey("description")
                        .asString()
                        .endsWith("."));
    }

    /** An IDE shows what it finds there; of a choice that is each value, with what it means. */
    @Test
    void hintsAtEachValueOfAChoice() throws IOException {
        BeanWrapper properties = new BeanWrapperImpl(new MigrateDbProperties());
        Map<String, List<String>> hints = hints();
        assertThat(metadata().keySet()).allSatisfy(name -> {
            TypeDescriptor type = properties.getPropertyTypeDescriptor(path(name));
            Class<?> choice = type == null || type.getElementTypeDescriptor() == null
                    ? properties.getPropertyType(path(name))
                    : type.getElementTypeDescriptor().getType();
            if (choice != null && choice.isEnum()) {
                assertThat(hints.get(name))
                        .as(name)
                        .containsExactlyElementsOf(Arrays.stream(choice.getEnumConstants())
                                .map(value -> ((Enum<?>) value)
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'))
                                .toList());
            }
        });
    }

    @Test
    void showsTheDefaultThatIsInForce() throws IOException {
        BeanWrapper defaults = new BeanWrapperImpl(new MigrateDbProperties());
        assertThat(metadata()).allSatisfy((name, property) -> {
            Object shown = property.get("defaultValue");
            Object inForce = defaults.getPropertyValue(path(name));
            if (shown == null) {
                assertThat(inForce).isIn(null, List.of(), Map.of());
            } else {
                assertThat(text(bound(Map.of(name, shown)), path(name))).isEqualTo(text(inForce));
                assertThat(inForce).isNotNull();
            }
        });
    }

    static Stream<String> settings() {
        return Arrays.stream(MigrateDb.Builder.class.getMethods())
                .filter(method -> method.getReturnType() == MigrateDb.Builder.class)
                .map(Method::getName)
                .distinct()
                .filter(name -> !NO_PROPERTIES.contains(name) && !name.equals(OF_THE_DATA_SOURCE))
                .sorted();
    }

    static Stream<String> properties() {
        return SAMPLES.keySet().stream().sorted();
    }

    static MigrateDbProperties bound(Map<String, ?> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("migratedb", MigrateDbProperties.class)
                .get();
    }

    /** Every setting is a field of the builder, of its name as a rule; what is read in load() only is a supplier until then. */
    private static @Nullable Object value(MigrateDb.Builder builder, String setting) {
        Object field = ReflectionTestUtils.getField(builder, FIELDS.getOrDefault(setting, setting));
        return field instanceof Supplier<?> later ? later.get() : field;
    }

    private static String text(MigrateDbProperties properties, String path) {
        return text(new BeanWrapperImpl(properties).getPropertyValue(path));
    }

    static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static String setting(String property) {
        return settings()
                .filter(setting -> property(setting).equals(withoutMapKey(property)))
                .findFirst()
                .orElseThrow();
    }

    /** The property of a setting: {@code lockPollInterval} is {@code migratedb.lock.poll-interval}. */
    static String property(String setting) {
        String dashed = setting.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return "migratedb." + dashed.replaceFirst("^(lock|undo)-(?!sql-)", "$1.");
    }

    private static String withoutMapKey(String property) {
        return property.startsWith("migratedb.placeholders.") ? "migratedb.placeholders" : property;
    }

    /** The path of a property in the properties class: {@code lock.poll-interval} is {@code lock.pollInterval}. */
    static String path(String property) {
        StringBuilder path = new StringBuilder();
        for (String part : property.substring("migratedb.".length()).split("-")) {
            path.append(path.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return path.toString();
    }

    static Map<String, Map<String, Object>> metadata() throws IOException {
        try (InputStream json =
                MigrateDbProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            List<Map<String, Object>> properties = JsonPath.read(json, "$.properties");
            return properties.stream()
                    // beside those that the actuator has for each endpoint
                    .filter(property -> ((String) property.get("name")).startsWith("migratedb."))
                    .collect(Collectors.toMap(property -> (String) property.get("name"), property -> property));
        }
    }

    /** The values that are hinted at, by property. */
    private static Map<String, List<String>> hints() throws IOException {
        try (InputStream json =
                MigrateDbProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            List<Map<String, Object>> hints = JsonPath.read(json, "$.hints[?(@.values)]");
            return hints.stream()
                    .collect(Collectors.toMap(
                            hint -> (String) hint.get("name"), hint -> JsonPath.read(hint, "$.values[*].value")));
        }
    }

    private static Map.Entry<String, Sample> sample(String property, String text, Object value) {
        return Map.entry(property, new Sample(text, value));
    }

    private record Sample(String text, Object value) {}
}
