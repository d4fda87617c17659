package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On H2, since it repeats whole statements in its messages. */
class SecretsContractTests extends ContractTests {

    private static final String CANARY = "s3cr3t-CANARY";

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Test
    void theValueOfASecretPlaceholderIsShownNowhere() {
        script("V1__user.sql", "create user app passwort '${app_password}';");
        try (LogLines lines = new LogLines()) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().placeholders(Map.of("app_password", CANARY))
                            .load()
                            .migrate())
                    .satisfies(ex -> {
                        StringWriter trace = new StringWriter();
                        ex.printStackTrace(new PrintWriter(trace));
                        assertThat(trace.toString())
                                .contains("${app_password}", "***")
                                .doesNotContain(CANARY);
                        assertThat(ex.sql()).contains("${app_password}");
                    });
            assertThat(lines.all()).isNotEmpty().noneMatch(line -> line.contains(CANARY));
        }
    }
}
