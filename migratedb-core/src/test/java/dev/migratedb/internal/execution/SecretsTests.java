package dev.migratedb.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.configuration.PlaceholderSettings;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTests {

    private final Secrets secrets = new Secrets(new PlaceholderSettings(
            true,
            Map.of("DB_Password", "hunter2", "api-token", "hunter2-long", "town", "Berlin", "my_secret", " "),
            "${",
            "}",
            ":",
            PlaceholderSettings.Unknown.ERROR,
            List.of("*password*", "*secret*", "*token*")));

    @Test
    void masksSecretValuesTheLongestFirst() {
        assertThat(secrets.mask("hunter2-long and hunter2 in Berlin")).isEqualTo("*** and *** in Berlin");
    }

    @Test
    void leavesAFailureAloneThatShowsNone() {
        SQLException failure = new SQLException("syntax error", "42601", 7);

        assertThat(secrets.mask(failure)).isSameAs(failure);
    }

    @Test
    void replacesAFailureThatShowsOneAlsoInItsCause() {
        SQLException failure = new SQLException("near \"hunter2\"", "42601", 7, new IllegalStateException("hunter2"));

        Throwable masked = secrets.mask(failure);

        assertThat(masked)
                .isInstanceOf(SQLException.class)
                .hasMessage("near \"***\"")
                .hasNoCause();
        assertThat(((SQLException) masked).getSQLState()).isEqualTo("42601");
        assertThat(((SQLException) masked).getErrorCode()).isEqualTo(7);
        assertThat(masked.getStackTrace()).isEqualTo(failure.getStackTrace());
    }
}
