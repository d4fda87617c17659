package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import dev.migratedb.MigrateDb;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.result.Problem;
import dev.migratedb.result.ValidationFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

abstract class BadInputContractTests extends ContractTests {

    boolean refused = true;

    /** Whatever was wrong: the database is as it was. */
    @AfterEach
    void nothingWasChanged() {
        if (refused) {
            assertThat(database.tables()).isEmpty();
        }
    }

    List<Problem> problems(MigrateDb.Builder engine) {
        try {
            engine.load().migrate();
        } catch (ValidationFailedException ex) {
            assertThat(ex).hasMessageContaining("Remedy: ").hasMessageContaining("nothing was changed");
            return ex.problems();
        }
        throw new AssertionError("The run was not refused");
    }

    void goodScript() {
        script("V1__good.sql", "create table thing (id int);");
    }

    @Test
    void twoFilesWithOneVersion() {
        goodScript();
        script("V1_0__twin.sql", "create table twin (id int);");

        assertThat(problems(engine())).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.DUPLICATE_MIGRATION);
            assertThat(problem.message()).contains("V1__good.sql", "V1_0__twin.sql");
        });
    }

    @Test
    void twoMigrationsInJavaWithOneVersionBesideAnotherProblem() {
        script("V2__bad.sql", "select 'unterminated");

        assertThat(problems(engine().javaMigrations(new V1__Java(), new V1_0__Twin())))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(ErrorCode.DUPLICATE_MIGRATION, ErrorCode.SYNTAX);
    }

    private static final class V1__Java extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) {}
    }

    private static final class V1_0__Twin extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) {}
    }

    @Test
    void aNameThatLooksLikeAMigrationIsAWarningOrAnError() {
        goodScript();
        script("V2_Missing.sql", "create table missing (id int);");

        assertThat(problems(engine().validateMigrationNaming(true)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_NAME);
                    assertThat(problem.message()).contains("V2_Missing.sql");
                });
        refused = false;
        try (LogLines lines = new LogLines()) {
            assertThat(engine().load().migrate().migrationsExecuted()).isEqualTo(1);
            assertThat(lines.of(Level.WARN)).singleElement().asString().contains("V2_Missing.sql");
        }
    }

    @Test
    void aMissingLocationIsAWarningOrAnError() {
        goodScript();
        MigrateDb.Builder engine = engine().locations(
                        "filesystem:" + folder, "filesystem:" + folder + "/nowhere", "classpath:no/such/place");

        assertThat(problems(engine.failOnMissingLocations(true)))
                .extracting(Problem::code)
                .containsOnly(ErrorCode.MISSING_LOCATION);
        refused = false;
        try (LogLines lines = new LogLines()) {
            engine.failOnMissingLocations(false).load().migrate();
            assertThat(lines.of(Level.WARN))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("nowhere"))
                    .anyMatch(line -> line.contains("no/such/place"));
        }
    }

    @Test
    void allProblemsOfAllFilesAtOnceEachWithItsPlace() {
        goodScript();
        script("V2__placeholder.sql", "insert into thing values (1);\nselect '${nobody}';\n");
        script("V3__quote.sql", "select 1;\n  select 'never ends;\nselect 2;\n");
        script("V4__comment.sql", "select 1;\n/* never ends\nselect 2;\n");
        script("beforeMigrate.sql", "select (1;\n");

        assertThat(problems(engine()))
                .extracting(problem -> problem.code() + " " + problem.position())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text)
                                .startsWith("UNKNOWN_PLACEHOLDER ")
                                .endsWith("V2__placeholder.sql:2:9"),
                        text -> assertThat(text).startsWith("SYNTAX ").endsWith("V3__quote.sql:2:10"),
                        text -> assertThat(text).startsWith("SYNTAX ").endsWith("V4__comment.sql:2:1"),
                        text -> assertThat(text).startsWith("SYNTAX ").endsWith("beforeMigrate.sql:1:8"));
    }

    @Test
    void aFileThatCannotBeDecoded() throws IOException {
        Files.write(
                folder.resolve("V1__latin.sql"),
                "create table zoe (id int); -- Zoë".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems(engine())).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.UNREADABLE_FILE);
            assertThat(problem.message()).contains("V1__latin.sql", "UTF-8");
        });
        refused = false;
        assertThat(engine().encoding(StandardCharsets.ISO_8859_1)
                        .load()
                        .migrate()
                        .migrationsExecuted())
                .isEqualTo(1);
    }

    @Test
    void aCommitInAScriptThatShallRunInATransaction() {
        script("V1__good.sql", "create table thing (id int);\ncommit;\ninsert into thing values (1);");
        script("V1__good.sql.conf", "executeInTransaction=true\n");

        assertThat(problems(engine())).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.SYNTAX);
            assertThat(problem.position()).asString().endsWith("V1__good.sql:2:1");
            assertThat(problem.message()).contains("V1__good.sql.conf");
        });
    }

    @Test
    void aCommitInACallbackThatRunsInTheTransactionOfTheMigration() {
        goodScript();
        script("afterEachMigrate.sql", "select 1;\ncommit;\n");

        assertThat(problems(engine())).singleElement().satisfies(problem -> {
            assertThat(problem.position()).asString().endsWith("afterEachMigrate.sql:2:1");
            assertThat(problem.message()).contains("transaction of the migration");
        });
    }

    @Test
    void aConfigurationFileWithAnUnknownKey() {
        goodScript();
        script("V1__good.sql.conf", "executeInTransactions=false\n");

        assertThat(problems(engine())).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.CONFIGURATION);
            assertThat(problem.message()).contains("executeInTransactions");
            assertThat(problem.position()).asString().endsWith("V1__good.sql.conf:1:1");
        });
    }

    @Test
    void aDatabaseThatCannotBeReached() {
        goodScript();

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> MigrateDb.configure()
                        .dataSource("jdbc:postgresql://127.0.0.1:1/nothing", "me", "s3cr3t-CANARY")
                        .locations("filesystem:" + folder)
                        .load()
                        .migrate())
                .withMessageContaining("No connection to the database (jdbc:postgresql://127.0.0.1:1/nothing)")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONNECTION))
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("CANARY"));
    }
}
