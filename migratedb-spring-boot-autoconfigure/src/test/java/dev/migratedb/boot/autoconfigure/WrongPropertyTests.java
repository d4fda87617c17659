package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.NO_MIGRATION;
import static dev.migratedb.boot.autoconfigure.Applications.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;

class WrongPropertyTests {

    private final ApplicationContextRunner application =
            Applications.withJdbc().withBean("strategy", MigrateDbMigrationStrategy.class, () -> NO_MIGRATION);

    @ParameterizedTest
    @CsvSource({
        "migratedb.target, no-version",
        "migratedb.baseline-version, x",
        "migratedb.table, ' '",
        "migratedb.lock.poll-interval, 0s",
        "migratedb.lock.lease-duration, 1ms",
        "migratedb.progress-interval, -1s",
        "migratedb.ddl-lock-timeout, -1s",
        "migratedb.ddl-lock-retries, -1",
        "migratedb.ddl-lock-retry-max-interval, 0s",
        "migratedb.statement-timeout, 0s",
        "migratedb.lock.wait-timeout, -1s",
        "migratedb.ignore-migration-patterns, sometimes",
        "migratedb.sql-migration-suffixes, ' '",
        "migratedb.placeholder-unknown, whatever",
        "migratedb.encoding, no-such-encoding",
        "migratedb.out-of-order, perhaps",
        "migratedb.undo.target, x",
        "migratedb.undo.count, 0",
        "migratedb.run-as-role, ' '",
        "migratedb.connect-retries, -1",
        "migratedb.connect-retries-interval, 0s",
        "migratedb.error-overrides, 42P01:W",
        "migratedb.undo-sql-migration-prefix, V",
        "migratedb.mode, sometimes",
        "migratedb.command, dance",
        "migratedb.wait.timeout, -1s",
        "migratedb.wait.poll-interval, 0s",
    })
    void namesTheProperty(String property, String value) {
        application
                .withPropertyValues(property + "=" + value)
                .run(context -> assertThat(context).hasFailed().getFailure().hasStackTraceContaining(property));
    }

    @Test
    void namesBothPropertiesOfAPairThatDoesNotGoTogether() {
        application
                .withPropertyValues("migratedb.group=true", "migratedb.execute-in-transaction=false")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("'migratedb.group'")
                        .hasStackTraceContaining("'migratedb.execute-in-transaction'"));
    }

    @ParameterizedTest
    @CsvSource({"migratedb.target, no-version", "migratedb.wait.timeout, -1s", "migratedb.wait.poll-interval, 0s"})
    void tellsWhereThePropertyWasSet(String property, String value) {
        TextResourceOrigin origin =
                new TextResourceOrigin(new ClassPathResource("application.yml"), new Location(6, 9));
        application
                .withPropertyValues("migratedb.mode=wait")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new OriginTrackedMapPropertySource(
                                "file", Map.of(property, OriginTrackedValue.of(value, origin)))))
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContainingAll(
                                "'" + property + "'", "(set in class path resource [application.yml] - 7:10)"));
    }

    @Test
    void tellsTheWrongValue() {
        application
                .withPropertyValues("migratedb.target=no-version")
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContainingAll("'migratedb.target'", "'no-version'"));
    }
}
