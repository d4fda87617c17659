package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.NO_MIGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Opcodes;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;
import org.springframework.core.io.ClassPathResource;

@ExtendWith(OutputCaptureExtension.class)
class FlywayPropertyNoticeTests {

    private static final String FLYWAY = "org.flywaydb.core.Flyway";
    private static final String MODULE = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration";

    private final ApplicationContextRunner application =
            Applications.withJdbc().withBean("strategy", MigrateDbMigrationStrategy.class, () -> NO_MIGRATION);

    @Test
    void isSilentWhereNothingOfFlywayIsSet(CapturedOutput output) {
        application
                .withPropertyValues("migratedb.target=1")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(warnings(output)).isEmpty();
    }

    @Test
    void listsFlywaysPropertiesWithWhatToUseInOneWarning(CapturedOutput output) {
        application
                .withPropertyValues(
                        "spring.flyway.locations[0]=classpath:a",
                        "spring.flyway.locations[1]=classpath:b",
                        "spring.flyway.placeholders.town=Bern",
                        "spring.flyway.table=flyway_history",
                        "spring.flyway.lock-retry-count=3",
                        "spring.flyway.stream=true",
                        "spring.flyway.no-such-property=x")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(warnings(output)).hasSize(1);
        assertThat(output)
                .containsSubsequence(
                        "Properties of Flyway have no effect, since there is no Flyway here:",
                        "  spring.flyway.locations (set in ",
                        "): use migratedb.locations",
                        "  spring.flyway.lock-retry-count (set in ",
                        "): use migratedb.lock.wait-timeout",
                        "  spring.flyway.no-such-property (set in ",
                        "): not known",
                        "  spring.flyway.placeholders (set in ",
                        "): use migratedb.placeholders",
                        "  spring.flyway.stream (set in ",
                        "): not needed: scripts are always streamed",
                        "  spring.flyway.table (set in ",
                        "): use migratedb.adopt-table")
                .containsOnlyOnce("  spring.flyway.locations (");
    }

    @ParameterizedTest
    @CsvSource({
        "SPRING_FLYWAY_LOCATIONS, locations",
        "SPRING_FLYWAY_LOCATIONS_0, locations",
        "SPRING_FLYWAY_BASELINEONMIGRATE, baseline-on-migrate",
        "SPRING_FLYWAY_BASELINE_ON_MIGRATE, baseline-on-migrate",
        "SPRING_FLYWAY_JDBC_PROPERTIES_SSL, jdbc-properties",
    })
    void knowsThemAsEnvironmentVariables(String variable, String name, CapturedOutput output) {
        application
                .withInitializer(context -> TestPropertyValues.of(variable + "=x")
                        .applyTo(context.getEnvironment(), Type.SYSTEM_ENVIRONMENT))
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .containsOnlyOnce("  spring.flyway." + name)
                .contains("(set in \"" + variable
                        + "\" from property source \"test-systemEnvironment\"): use migratedb." + name)
                .doesNotContain("not known");
    }

    @Test
    void keepsAFormerNameApartFromTodaysThatDiffersByADot(CapturedOutput output) {
        application
                .withPropertyValues("spring.flyway.oracle-sqlplus=true", "spring.flyway.oracle.sqlplus-warn=true")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .contains("  spring.flyway.oracle-sqlplus (")
                .contains("  spring.flyway.oracle.sqlplus-warn (")
                .doesNotContain("  spring.flyway.oracle.sqlplus (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"baselineOnMigrate", "baseline_on_migrate", "BASELINE-ON-MIGRATE"})
    void knowsThemByRelaxedNames(String name, CapturedOutput output) {
        application
                .withPropertyValues("spring.flyway." + name + "=true")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).contains("  spring.flyway.baseline-on-migrate (").doesNotContain("not known");
    }

    @Test
    void tellsTheFileAndNeverTheValue(CapturedOutput output) {
        TextResourceOrigin origin =
                new TextResourceOrigin(new ClassPathResource("application.yml"), new Location(6, 9));
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new OriginTrackedMapPropertySource(
                                "file", Map.of("spring.flyway.password", OriginTrackedValue.of("hush", origin)))))
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .contains("  spring.flyway.password (set in class path resource [application.yml] - 7:10): "
                        + "use migratedb.password")
                .doesNotContain("hush");
    }

    @Test
    void leavesThemToFlywayWhereThereIsOne(CapturedOutput output) {
        application
                .withClassLoader(new Pretending(FLYWAY, MODULE))
                .withPropertyValues("spring.flyway.locations=classpath:a")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(warnings(output)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {FLYWAY, MODULE})
    void isNotContentWithHalfOfWhatFlywayNeeds(String half, CapturedOutput output) {
        application
                .withClassLoader(new Pretending(half))
                .withPropertyValues("spring.flyway.locations=classpath:a")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).contains("  spring.flyway.locations (");
    }

    @ParameterizedTest
    @CsvSource({
        "migratedb.lock-retry-count, lock-retry-count, use migratedb.lock.wait-timeout",
        "migratedb.lockRetryCount, lock-retry-count, use migratedb.lock.wait-timeout",
        "migratedb.stream, stream, not needed: scripts are always streamed",
        "migratedb.oracle.sqlplus, oracle.sqlplus, not offered: commands of SQL*Plus are not understood",
        "migratedb.oracle.anything, oracle, not offered: there are no settings for Oracle alone",
        "migratedb.check.changes-source, check, not offered: MigrateDB does not compare schemas",
    })
    void warnsOfPropertiesThatOnlyFlywayHas(String property, String name, String instead, CapturedOutput output) {
        application
                .withPropertyValues(property + "=x")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(warnings(output)).hasSize(1);
        assertThat(output)
                .contains("Property 'migratedb." + name + "' (set in ")
                .contains(") has no effect; " + instead);
    }

    @Test
    void warnsOfEachOfThemAlsoAsEnvironmentVariableAndWhereFlywayIs(CapturedOutput output) {
        application
                .withClassLoader(new Pretending(FLYWAY, MODULE))
                .withInitializer(context -> TestPropertyValues.of("MIGRATEDB_LOCK_RETRY_COUNT=3", "MIGRATEDB_JARDIRS=x")
                        .applyTo(context.getEnvironment(), Type.SYSTEM_ENVIRONMENT))
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(warnings(output)).hasSize(2);
        assertThat(output)
                .contains("Property 'migratedb.lock-retry-count' (set in \"MIGRATEDB_LOCK_RETRY_COUNT\" "
                        + "from property source \"test-systemEnvironment\") has no effect; use migratedb.lock.wait")
                .contains("Property 'migratedb.jar-dirs' (set in \"MIGRATEDB_JARDIRS\" from ");
    }

    @Test
    void saysSoBeforeAnythingIsMigrated(CapturedOutput output) {
        Applications.withJdbc()
                .withPropertyValues("spring.flyway.locations=classpath:a")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).containsSubsequence("  spring.flyway.locations (", "Migrating schema");
    }

    @Test
    void saysSoWhereMigrationsAreSwitchedOffAndWhereThereIsNoDatabase(CapturedOutput output) {
        application
                .withPropertyValues("migratedb.enabled=false", "spring.flyway.enabled=true")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).contains("  spring.flyway.enabled (");
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrateDbAutoConfiguration.class))
                .withPropertyValues("migratedb.locations=classpath:nowhere", "spring.flyway.group=true")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).contains("  spring.flyway.group (");
    }

    private static Stream<String> warnings(CapturedOutput output) {
        return output.toString().lines().filter(line -> line.startsWith("WARN "));
    }

    /** Has empty classes of these names. */
    private static final class Pretending extends ClassLoader {

        Pretending(String... names) {
            super(Pretending.class.getClassLoader());
            for (String name : names) {
                ClassWriter writer = new ClassWriter(0);
                writer.visit(
                        Opcodes.V17,
                        Opcodes.ACC_PUBLIC,
                        name.replace('.', '/'),
                        null,
                        "java/lang/Object",
                        new String[0]);
                writer.visitEnd();
                byte[] bytes = writer.toByteArray();
                defineClass(name, bytes, 0, bytes.length);
            }
        }
    }
}
