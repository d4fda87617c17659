package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.result.MigrateResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

abstract class ErrorOverrideContractTests extends ContractTests {

    /** The SQLState of a missing table; null where the database has none. */
    abstract @Nullable String missingTable();

    /** The code of a missing table. */
    abstract int missingTableCode();

    /** An override for a missing table. */
    private String missingTable(String action) {
        return missingTable() == null ? "*:" + missingTableCode() + ":" + action : missingTable() + ":*:" + action;
    }

    void scriptWithAMissingTable() {
        script("V1__books.sql", """
                create table book (id int primary key);
                insert into book values (1);
                insert into nowhere values (1);
                insert into book values (2);
                """);
    }

    @ParameterizedTest
    @CsvSource({"D, DEBUG", "D-, DEBUG", "I, INFO", "I-, INFO", "W, WARN", "W-, WARN"})
    void aToleratedErrorIsLoggedWithItsPlaceAndTheScriptGoesOn(String action, String level) {
        scriptWithAMissingTable();
        try (LogLines lines = new LogLines(Level.DEBUG)) {
            MigrateResult result =
                    engine().errorOverrides(missingTable(action)).load().migrate();

            assertThat(result.migrations()).hasSize(1);
            String code = " (SQLState " + missingTable() + ", code " + missingTableCode() + ")";
            assertThat(lines.of(Level.valueOf(level)))
                    .filteredOn(line -> line.startsWith("Tolerated at "))
                    .singleElement()
                    .asString()
                    .contains("V1__books.sql:3:")
                    .containsIgnoringCase("nowhere")
                    .satisfies(line -> assertThat(line.endsWith(code)).isEqualTo(!action.endsWith("-")));
        }
        assertThat(count("book")).isEqualTo(2);
        assertThat(history()).containsExactly("1 1 books SQL V1__books.sql ok");
    }

    @Test
    void theCodeAloneIsEnough() {
        scriptWithAMissingTable();

        engine().errorOverrides("*:" + missingTableCode() + ":I").load().migrate();

        assertThat(count("book")).isEqualTo(2);
    }

    @Test
    void theFirstOverrideThatMatchesCounts() {
        scriptWithAMissingTable();

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().errorOverrides(missingTable("E"), "*:*:W")
                        .load()
                        .migrate())
                .withMessageContaining("SQLState " + missingTable())
                .satisfies(ex -> assertThat(ex.sqlState()).isEqualTo(missingTable()));
    }

    @Test
    void anErrorMayBeShownWithoutStateAndCode() {
        scriptWithAMissingTable();

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(
                        () -> engine().errorOverrides(missingTable("E-")).load().migrate())
                .satisfies(ex -> {
                    assertThat(ex.getMessage()).doesNotContain("SQLState");
                    assertThat(ex.sqlState()).isEqualTo(missingTable());
                });
    }

    @Test
    void anErrorThatNoOverrideNamesFailsAndTakesTheTransactionBack() {
        script("V1__book.sql", "create table book (id int primary key);");
        script("V2__books.sql", """
                insert into book values (1);
                insert into nowhere values (1);
                insert into book values (1);
                """);

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(
                        () -> engine().errorOverrides(missingTable("W")).load().migrate())
                .satisfies(ex ->
                        assertThat(Objects.requireNonNull(ex.position()).line()).isEqualTo(3));
        assertThat(count("book")).isZero();
    }

    @Test
    void statementEventsSeeAToleratedErrorAndNoErrorEventFires() {
        scriptWithAMissingTable();
        List<String> seen = new ArrayList<>();
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event == Event.AFTER_EACH_MIGRATE_STATEMENT) {
                CallbackContext.Statement statement = Objects.requireNonNull(context.getStatement());
                seen.add(statement.updateCount() + " "
                        + (statement.error() == null ? "" : statement.error().getSQLState()));
            }
        });

        engine().callbacks(callback).errorOverrides(missingTable("D")).load().migrate();

        assertThat(seen).hasSize(4).endsWith("1 ", "-1 " + missingTable(), "1 ");
        assertThat(callback.fired()).doesNotContain("Error");
    }

    @Test
    void theSavepointsOfAScriptStay() {
        script("V1__books.sql", """
                create table book (id int primary key);
                -- keeps the first
                savepoint s1;
                insert into book values (1);
                insert into nowhere values (1);
                savepoint s2;
                insert into book values (2);
                release savepoint s2;
                insert into book values (3);
                """);

        engine().errorOverrides(missingTable("D")).load().migrate();

        assertThat(count("book")).isEqualTo(3);
    }

    @Test
    void sqlCallbacksTolerateTheSame() {
        script("V1__book.sql", "create table book (id int primary key);");
        script("afterMigrate.sql", "insert into nowhere values (1); insert into book values (1);");

        engine().errorOverrides(missingTable("D")).load().migrate();

        assertThat(count("book")).isEqualTo(1);
    }

    @Test
    void migrationsWithoutTransactionTolerateTheSame() {
        scriptWithAMissingTable();

        engine().executeInTransaction(false)
                .errorOverrides(missingTable("D"))
                .load()
                .migrate();

        assertThat(count("book")).isEqualTo(2);
    }

    @Test
    void javaMigrationsAreNotAffected() {
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().javaMigrations(new V1__Into_nowhere())
                        .errorOverrides("*:*:D")
                        .load()
                        .migrate());
    }

    static final class V1__Into_nowhere extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) {
            context.getJdbcClient().sql("insert into nowhere values (1)").update();
        }
    }
}
