package dev.migratedb.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class SettingsTests {

    static Arguments wrong(String property, UnaryOperator<MigrateDb.Builder> setting) {
        return Arguments.of(property, setting);
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                wrong("table", builder -> builder.table(" ")),
                wrong("table", builder -> builder.table("t".repeat(56))),
                wrong("adopt-table", builder -> builder.adoptTable(" ")),
                wrong("adopt-table", builder -> builder.adoptTable("t".repeat(56))),
                wrong("installed-by", builder -> builder.installedBy("x".repeat(101))),
                wrong("tablespace", builder -> builder.tablespace("")),
                wrong("locations", builder -> builder.locations("classpath:a", " ")),
                wrong("callback-locations", builder -> builder.callbackLocations("")),
                wrong("sql-migration-prefix", builder -> builder.sqlMigrationPrefix("")),
                wrong("repeatable-sql-migration-prefix", builder -> builder.repeatableSqlMigrationPrefix("V")),
                wrong("sql-migration-separator", builder -> builder.sqlMigrationSeparator("")),
                wrong("sql-migration-suffixes", builder -> builder.sqlMigrationSuffixes()),
                wrong("placeholder-prefix", builder -> builder.placeholderPrefix("")),
                wrong("placeholder-suffix", builder -> builder.placeholderSuffix("")),
                wrong("placeholder-separator", builder -> builder.placeholderSeparator("")),
                wrong("placeholders", builder -> builder.placeholders(Map.of("migratedb:user", "me"))),
                wrong("placeholders", builder -> builder.placeholders(Map.of("FLYWAY:user", "me"))),
                wrong("placeholders", builder -> builder.placeholders(Map.of("a", "1", "A", "2"))),
                wrong("schemas", builder -> builder.schemas("a", "b", "a")),
                wrong("default-schema", builder -> builder.defaultSchema("")),
                wrong("ignore-migration-patterns", builder -> builder.ignoreMigrationPatterns("versioned")),
                wrong("ignore-migration-patterns", builder -> builder.ignoreMigrationPatterns("*:lost")),
                wrong("target", builder -> builder.target("newest")),
                wrong("baseline-version", builder -> builder.baselineVersion("one")),
                wrong("baseline-migration-prefix", builder -> builder.baselineMigrationPrefix("R")),
                wrong("undo-sql-migration-prefix", builder -> builder.undoSqlMigrationPrefix(" ")),
                wrong("cherry-pick", builder -> builder.cherryPick("1", "")),
                wrong("undo.target", builder -> builder.undoTarget("one")),
                wrong("undo.count", builder -> builder.undoCount(0)),
                wrong("undo.count", builder -> builder.undoCount(2).undoTarget("3")),
                wrong("callbacks", builder -> builder.callbacks(" ")),
                wrong("migration-resolvers", builder -> builder.migrationResolvers("")),
                wrong("script-placeholder-prefix", builder -> builder.scriptPlaceholderPrefix("")),
                wrong("script-placeholder-suffix", builder -> builder.scriptPlaceholderSuffix("")),
                wrong("powershell-executable", builder -> builder.powershellExecutable(" ")),
                wrong("run-as-role", builder -> builder.runAsRole(" ")),
                wrong("init-sqls", builder -> builder.initSqls("select 1", " ")),
                wrong("connect-retries", builder -> builder.connectRetries(-1)),
                wrong("connect-retries-interval", builder -> builder.connectRetriesInterval(Duration.ZERO)),
                wrong("error-overrides", builder -> builder.errorOverrides("W")),
                wrong("jdbc-properties", builder -> builder.jdbcProperties(Map.of("a", "b"))),
                wrong("group", builder -> builder.group(true).executeInTransaction(false)),
                wrong("lock.wait-timeout", builder -> builder.lockWaitTimeout(Duration.ofSeconds(-1))),
                wrong("lock.poll-interval", builder -> builder.lockPollInterval(Duration.ZERO)),
                wrong("ddl-lock-timeout", builder -> builder.ddlLockTimeout(Duration.ofMillis(-1))),
                wrong("ddl-lock-retries", builder -> builder.ddlLockRetries(-1)),
                wrong("ddl-lock-retry-max-interval", builder -> builder.ddlLockRetryMaxInterval(Duration.ZERO)),
                wrong("statement-timeout", builder -> builder.statementTimeout(Duration.ZERO)),
                wrong("lock.lease-duration", builder -> builder.lockLeaseDuration(Duration.ofMillis(10))),
                wrong("progress-interval", builder -> builder.progressInterval(Duration.ofSeconds(-1))));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void aWrongValueIsRefusedAndItsPropertyNamed(String property, UnaryOperator<MigrateDb.Builder> setting) {
        MigrateDb.Builder builder = setting.apply(MigrateDb.configure().dataSource(new SimpleDriverDataSource()));

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(builder::load)
                .withMessageContaining("'migratedb." + property + "'")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));
    }

    @Test
    void withoutADataSourceThereIsNoEngine() {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> MigrateDb.configure().load())
                .withMessageContaining("no data source")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));
    }

    @Test
    void patternsAddToTheDefaultAndMayTakeItAway() {
        assertThat(IgnorePattern.defaultsAnd(List.of())).containsExactly(IgnorePattern.FUTURE);
        assertThat(IgnorePattern.defaultsAnd(List.of("*:pending")))
                .containsExactly(IgnorePattern.FUTURE, IgnorePattern.PENDING);
        assertThat(IgnorePattern.defaultsAnd(List.of("!*:future", "repeatable:missing")))
                .containsExactly(IgnorePattern.parse("Repeatable:MISSING"));
    }

    @Test
    void aPatternCoversItsKindAndState() {
        IgnorePattern pattern = IgnorePattern.parse("versioned:missing");

        assertThat(pattern.matches(false, MigrationState.MISSING_SUCCESS)).isTrue();
        assertThat(pattern.matches(false, MigrationState.MISSING_FAILED)).isFalse();
        assertThat(pattern.matches(true, MigrationState.MISSING_SUCCESS)).isFalse();
        assertThat(pattern.matches(false, MigrationState.FUTURE_SUCCESS)).isFalse();
        assertThat(IgnorePattern.parse("*:*").matches(true, MigrationState.FAILED))
                .isTrue();
    }
}
