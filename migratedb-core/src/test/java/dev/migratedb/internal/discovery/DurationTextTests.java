package dev.migratedb.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTests {

    @ParameterizedTest
    @CsvSource({
        "5s, PT5S",
        "2m, PT2M",
        "500ms, PT0.5S",
        "250, PT0.25S",
        "0, PT0S",
        "1h, PT1H",
        "1d, PT24H",
        "3US, PT0.000003S",
        "7ns, PT0.000000007S",
        "PT1M30S, PT1M30S",
        "pt2s, PT2S",
    })
    void readsWhatSpringBootReads(String text, Duration duration) {
        assertThat(DurationText.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "5 s", "five", "-5s", "PT-5S", "1.5s", "99999999999999999999s"})
    void refusesEverythingElse(String text) {
        assertThat(DurationText.parse(text)).isNull();
    }
}
