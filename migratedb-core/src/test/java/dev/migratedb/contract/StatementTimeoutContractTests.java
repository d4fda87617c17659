package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.MigrationFailedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of statements that run too long. A run that is not ended by its limit is ended by the test. */
@Timeout(60)
abstract class StatementTimeoutContractTests extends ContractTests {

    /** A statement that takes longer than the test. */
    abstract String slow();

    @Test
    void aStatementThatRunsTooLongIsCancelled() {
        script("V1__slow.sql", "create table thing (id int);\n" + slow() + ";");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() ->
                        engine().statementTimeout(Duration.ofMillis(700)).load().migrate())
                .withMessageContaining("V1__slow.sql:2:1")
                .withMessageContaining("cancelled after 700 ms, as 'migratedb.statement-timeout'")
                .withMessageContaining("Make the statement faster, or allow a longer time");

        assertThat(history()).allMatch(row -> row.endsWith("failed"));
    }

    @Test
    void whatAScriptSaysGoesFirst() {
        script("V1__slow.sql", "-- migratedb: statementTimeout=500ms\n" + slow() + ";");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() ->
                        engine().statementTimeout(Duration.ofHours(1)).load().migrate())
                .withMessageContaining("cancelled after 500 ms");
    }

    @Test
    void statementsThatAreFastAreLeftAlone() {
        script("V1__fast.sql", "create table thing (id int);");
        script("V2__rows.sql", "insert into thing values (1);\n".repeat(10));

        engine().statementTimeout(Duration.ofSeconds(20)).load().migrate();

        assertThat(count("thing")).isEqualTo(10);
    }
}
