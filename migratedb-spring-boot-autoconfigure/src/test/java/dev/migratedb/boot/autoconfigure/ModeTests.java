package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.ValidationFailedException;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What {@code migratedb.mode} makes of the start. */
@ExtendWith(OutputCaptureExtension.class)
class ModeTests {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final ApplicationContextRunner application =
            Applications.withJdbc().withPropertyValues("spring.datasource.url=" + url);

    private ApplicationContextRunner inMode(String mode) {
        return application.withPropertyValues("migratedb.mode=" + mode);
    }

    private void migrate() {
        application.run(context -> assertThat(context).hasNotFailed());
    }

    private List<String> tables() {
        return JdbcClient.create(new DriverManagerDataSource(url, "sa", ""))
                .sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list();
    }

    @Test
    void refusesToStartInModeValidateWhereSomethingIsPendingAndListsIt() {
        inMode("validate").run(context -> {
            ValidationFailedException failure = failureOf(context, ValidationFailedException.class);
            assertThat(failure.problems()).hasSize(1);
            assertThat(failure).hasMessageContaining("V1__Create_person.sql");
        });
        assertThat(tables()).isEmpty();
    }

    @Test
    void startsInModeValidateWhereEverythingIsAppliedAndSaysSo(CapturedOutput output) {
        migrate();
        inMode("validate").run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .containsOnlyOnce(
                        "Successfully validated 1 migration: schema \"PUBLIC\" is at version 1, and nothing is"
                                + " pending");
    }

    @Test
    void startsInModeWaitWhereEverythingIsAppliedAndSaysSo(CapturedOutput output) {
        migrate();
        inMode("wait").run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .containsOnlyOnce("The database is ready: schema \"PUBLIC\" is at version 1, and nothing is pending");
    }

    @Test
    void givesUpInModeWaitAtTheEndOfTheTime() {
        inMode("wait")
                .withPropertyValues("migratedb.wait.timeout=100ms", "migratedb.wait.poll-interval=20ms")
                .run(context -> {
                    MigrateDbException failure = failureOf(context, MigrateDbException.class);
                    assertThat(failure.errorCode()).isEqualTo(ErrorCode.WAIT_TIMEOUT);
                    assertThat(failure)
                            .hasMessageContainingAll("1 migration is pending (1)", "'migratedb.wait.timeout'");
                });
        assertThat(tables()).isEmpty();
    }

    @Test
    void takesAPoolThatCannotBeginForADatabaseThatIsNotThereYet() {
        inMode("wait")
                .withPropertyValues(
                        "migratedb.wait.timeout=100ms",
                        "migratedb.wait.poll-interval=20ms",
                        "spring.datasource.url=jdbc:h2:tcp://localhost:1/nothing")
                .run(context -> {
                    MigrateDbException failure = failureOf(context, MigrateDbException.class);
                    assertThat(failure.errorCode()).isEqualTo(ErrorCode.WAIT_TIMEOUT);
                    assertThat(failure).hasMessageContaining("the database cannot be reached: Connection refused");
                });
    }

    @Test
    void sendsToUserAndPasswordWhereAWaitCouldNotConnect() {
        migrate();
        inMode("wait")
                .withPropertyValues(
                        "migratedb.wait.timeout=100ms",
                        "migratedb.wait.poll-interval=20ms",
                        "spring.datasource.username=sa",
                        "spring.datasource.password=wrong")
                .run(context -> {
                    FailureAnalysis analysis = analysis(context);
                    assertThat(analysis.getDescription())
                            .contains("the database cannot be reached: Wrong user name or password")
                            .doesNotContain("the process that migrates");
                    assertThat(analysis.getAction())
                            .contains("correct the URL, the user or the password", "'migratedb.wait.timeout'")
                            .doesNotContain("the process that migrates");
                });
    }

    @Test
    void sendsToTheOtherProcessWhereAWaitHasSeenWhatIsMissing() {
        inMode("wait")
                .withPropertyValues("migratedb.wait.timeout=100ms", "migratedb.wait.poll-interval=20ms")
                .run(context -> assertThat(analysis(context).getAction()).contains("the process that migrates"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "wait"})
    void asksForNoRightToWriteWhereItOnlyReads(String mode) {
        try (FreshDatabase postgres = PostgresTestDatabase.get().freshDatabase()) {
            ApplicationContextRunner onPostgres = application.withPropertyValues(
                    "spring.datasource.url=" + postgres.url(),
                    "spring.datasource.username=" + postgres.user(),
                    "spring.datasource.password=" + postgres.password());
            onPostgres.run(context -> assertThat(context).hasNotFailed());
            onPostgres
                    .withPropertyValues(
                            "migratedb.mode=" + mode,
                            "migratedb.wait.timeout=100ms",
                            // there is such a role everywhere, and it may read no table
                            "migratedb.run-as-role=pg_signal_backend")
                    .run(context -> assertThat(failureOf(context, MigrateDbException.class))
                            .hasMessageContaining("could not be read: ERROR: permission denied")
                            .hasMessageContaining("needs SELECT on it and USAGE on its schema. A run that changes"
                                    + " something needs INSERT, UPDATE and DELETE, too."));
        }
    }

    private static FailureAnalysis analysis(AssertableApplicationContext context) {
        return Objects.requireNonNull(new MigrateDbFailureAnalyzer().analyze(context.getStartupFailure()));
    }

    @Test
    void namesAWrongPollInterval() {
        inMode("wait")
                .withPropertyValues("migratedb.wait.poll-interval=0s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("'migratedb.wait.poll-interval' must be longer than nothing"));
    }

    @Test
    void doesNothingInModeOffAndSaysSo(CapturedOutput output) {
        inMode("off").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(MigrateDb.class);
            assertThat(context.getBean(MigrateDb.class).info().pending()).hasSize(1);
        });
        assertThat(output).containsOnlyOnce("Nothing is migrated at startup, since 'migratedb.mode' is 'off'");
        assertThat(tables()).isEmpty();
    }

    @Test
    void doesNotConnectInModeOff() {
        application
                .withPropertyValues("migratedb.mode=off", "spring.datasource.url=jdbc:h2:tcp://localhost:1/nothing")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(DataSource.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "wait", "off"})
    void asksAStrategyOnlyWhereSomethingIsMigrated(String mode) {
        migrate();
        List<MigrateDb> asked = new ArrayList<>();
        inMode(mode)
                .withBean("strategy", MigrateDbMigrationStrategy.class, () -> asked::add)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(asked).isEmpty();
    }

    @Test
    void holdsForAnEngineOfTheApplicationToo() {
        inMode("validate")
                .withBean(
                        MigrateDb.class,
                        () -> MigrateDb.configure().dataSource(url, "sa", "").load())
                .run(context -> assertThat(failureOf(context, ValidationFailedException.class))
                        .isNotNull());
    }
}
