package dev.migratedb.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationVersionTests {

    @ParameterizedTest
    @CsvSource({
        "1, 2",
        "2, 10",
        "1, 1.1",
        "1.9, 1.10",
        "1_9, 1.10",
        "1.2.3, 1.3",
        "-1, 0",
        "20260301120000, 20260301120001",
        "99999999999999999999, 100000000000000000000"
    })
    void ordersPartByPartAsNumbers(String lower, String higher) {
        assertThat(MigrationVersion.of(lower)).isLessThan(MigrationVersion.of(higher));
        assertThat(MigrationVersion.of(higher)).isGreaterThan(MigrationVersion.of(lower));
        assertThat(MigrationVersion.of(lower)).isNotEqualTo(MigrationVersion.of(higher));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "1, 01", "1.2, 1_2", "1.2.0.0, 1.2", "0, 0.0"})
    void isEqualWhereOnlyZerosOrSeparatorsDiffer(String one, String other) {
        assertThat(MigrationVersion.of(one))
                .isEqualTo(MigrationVersion.of(other))
                .hasSameHashCodeAs(MigrationVersion.of(other))
                .isEqualByComparingTo(MigrationVersion.of(other));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.0", "01, 01", "1_2, 1.2"})
    void keepsTheTextWithDots(String text, String shown) {
        assertThat(MigrationVersion.of(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "1.", ".1", "1..2", "1._2", "1.a", "1 ", "1-2", "--1"})
    void refusesWhatIsNoVersion(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationVersion.of(text))
                .withMessageContaining("'" + text + "'");
    }
}
