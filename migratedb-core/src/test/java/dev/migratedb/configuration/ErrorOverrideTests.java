package dev.migratedb.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.configuration.ErrorOverride.Action;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorOverrideTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "any",
            value = {
                "42P01:0:D,    42P01, 0,    DEBUG,   false",
                "42P01:0:D-,   42P01, 0,    DEBUG,   true",
                "*:42102:I,    any,   42102, INFO,   false",
                "*:42102:i-,   any,   42102, INFO,   true",
                "0100C:*:W,    0100C, any,  WARNING, false",
                "0100c:*:w-,   0100c, any,  WARNING, true",
                "*:*:E,        any,   any,  ERROR,   false",
                "' *:-805:E- ', any,  -805, ERROR,   true",
            })
    void readsStateCodeAndAction(String text, String state, Integer code, Action action, boolean brief) {
        assertThat(ErrorOverride.parse(text)).isEqualTo(new ErrorOverride(state, code, action, brief));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "W",
                "*:W",
                "*:*",
                "*:*:",
                "*:*:-",
                "*:*:X",
                "*:*:WARN",
                "*:*:W--",
                "*:*:W:W",
                "4210:*:W",
                "421001:*:W",
                "42P0*:*:W",
                ":1:W",
                "*::W",
                "*:one:W",
                "*:1.5:W",
                "*:12345678901:W"
            })
    void refusesAnythingElseAndSaysWhatItWants(String text) {
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> ErrorOverride.parse(text))
                .withMessageContainingAll("'migratedb.error-overrides'", "STATE:CODE:ACTION", "'" + text + "'")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "42P01:0:W, 42P01, 0, true",
                "42p01:0:W, 42P01, 0, true",
                "42P01:0:W, 42P01, 1, false",
                "42P01:0:W, 42P02, 0, false",
                "42P01:0:W, none,  0, false",
                "42P01:*:W, 42P01, 9, true",
                "*:9:W,     none,  9, true",
                "*:9:W,     42P01, 8, false",
                "*:*:W,     none,  0, true",
            })
    void matchesWhatHasItsStateAndCode(String override, String state, int code, boolean matches) {
        assertThat(ErrorOverride.parse(override).matches(state, code)).isEqualTo(matches);
    }
}
