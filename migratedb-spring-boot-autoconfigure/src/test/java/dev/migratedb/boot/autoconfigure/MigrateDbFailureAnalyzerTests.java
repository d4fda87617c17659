package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationFailedException.Details;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationState;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.Problem;
import dev.migratedb.result.ValidationFailedException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MigrateDbFailureAnalyzerTests {

    @Test
    void tellsAllProblemsOfAValidationAndEachRemedyOnceWithTheNumbersOfItsProblems() {
        FailureAnalysis analysis = analysis(new ValidationFailedException(List.of(
                new Problem(ErrorCode.VALIDATION, null, null, "V1 was changed.", "Restore the file."),
                new Problem(ErrorCode.VALIDATION, null, null, "V2 was changed.", "Restore the file."),
                new Problem(ErrorCode.VALIDATION, null, null, "V3 is missing.", "Bring it back."))));
        assertThat(analysis.getDescription()).contains("V1 was changed.", "V2 was changed.", "V3 is missing.");
        assertThat(analysis.getAction()).isEqualTo("1, 2. Restore the file.\n3. Bring it back.");
    }

    @Test
    void tellsTheRemedyOfASingleProblemWithoutANumber() {
        FailureAnalysis analysis = analysis(new ValidationFailedException(
                List.of(new Problem(ErrorCode.VALIDATION, null, null, "V1 was changed.", "Restore the file."))));
        assertThat(analysis.getAction()).isEqualTo("Restore the file.");
    }

    @Test
    void tellsTheRemedyOfAFailedMigration() {
        MigrationInfo migration = new MigrationInfo(
                MigrationKind.VERSIONED,
                MigrationVersion.of("2"),
                "Add people",
                "SQL",
                "V2__Add_people.sql",
                7,
                MigrationState.PENDING,
                null,
                null,
                null,
                null);
        FailureAnalysis analysis = analysis(new MigrationFailedException(
                "Migration 2 failed.",
                new Details(migration, null, null, null, 0, true, List.of(), 0, "Correct the file."),
                null));
        assertThat(analysis.getDescription()).isEqualTo("Migration 2 failed.");
        assertThat(analysis.getAction()).isEqualTo("Correct the file.");
    }

    @Test
    void namesTheCallbackThatFailed() {
        FailureAnalysis analysis = analysis(new CallbackFailedException(
                "A callback failed.", Event.BEFORE_MIGRATE, "beforeMigrate.sql", null, new IllegalStateException()));
        assertThat(analysis.getDescription()).isEqualTo("A callback failed.");
        assertThat(analysis.getAction()).contains("beforeMigrate.sql");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTION, Start the database",
        "UNSUPPORTED_DATABASE, one of the databases named above",
        "LOCK_TIMEOUT, migratedb.lock.wait-timeout",
        "HISTORY_DAMAGED, '''migratedb.table'''",
        "WAIT_TIMEOUT, migratedb.wait.timeout",
        "LEASE_LOST, the cause that is told above",
    })
    void hasAnActionForEveryOtherFailure(ErrorCode code, String action) {
        FailureAnalysis analysis = analysis(new MigrateDbException(code, "What happened."));
        assertThat(analysis.getDescription()).isEqualTo("What happened.");
        assertThat(analysis.getAction()).contains(action);
    }

    @Test
    void splitsAFailureOfTheSetupIntoWhatIsWrongAndWhatToDo() {
        FailureAnalysis analysis = analysis(new SetupException("This is wrong.", "Do that."));
        assertThat(analysis.getDescription()).isEqualTo("This is wrong.");
        assertThat(analysis.getAction()).isEqualTo("Do that.");
    }

    @Test
    void isWhatAnApplicationPrintsThatCannotStart(CapturedOutput output) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThat(catchFailure(application, "--migratedb.target=no-version")).isNotNull();
        assertThat(output)
                .containsSubsequence(
                        "APPLICATION FAILED TO START",
                        "Description:",
                        "'migratedb.target'",
                        "Action:",
                        "Correct the property, or the MigrateDbCustomizer bean that sets it.");
    }

    private static Throwable catchFailure(SpringApplication application, String... arguments) {
        return catchThrowable(() -> application.run(arguments).close());
    }

    private static FailureAnalysis analysis(Throwable failure) {
        return Objects.requireNonNull(
                new MigrateDbFailureAnalyzer().analyze(new BeanCreationException("migrateDb", "failed", failure)));
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, MigrateDbAutoConfiguration.class})
    static class Application {}
}
