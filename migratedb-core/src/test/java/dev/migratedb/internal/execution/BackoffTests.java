package dev.migratedb.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTests {

    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 500",
        "2, 0.5, 1000",
        "3, 0.5, 2000",
        "6, 0.5, 16000",
        "7, 0.5, 30000",
        "1000000, 0.5, 30000",
        "1, 0, 400",
        "1, 0.999999, 600",
        "6, 0, 12800",
        "7, 0, 25600",
        "10, 0, 30000",
    })
    void doublesUpToTheLongestWithAFifthMoreOrLess(int retry, double random, long millis) {
        assertThat(backoff.before(retry, random)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"1", "5"})
    void isNeverLongerThanALongestThatIsShort(int retry) {
        assertThat(new Backoff(Duration.ofMillis(500), Duration.ofMillis(100)).before(retry, 0.9))
                .isEqualTo(Duration.ofMillis(100));
    }
}
