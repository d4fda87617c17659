package dev.migratedb.internal.discovery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as Spring Boot reads them in properties: a number with a unit, without one in milliseconds, or as ISO-8601 says. */
final class DurationText {

    /** For messages. */
    static final String EXAMPLES = "such as 500ms, 5s, 2m or PT5S";

    private static final Pattern NUMBER = Pattern.compile("(\\d+)(ns|us|ms|s|m|h|d)?");

    private DurationText() {}

    /** The duration; null where the text is none, or a negative one. */
    static @Nullable Duration parse(String text) {
        try {
            Matcher number = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
            Duration duration = number.matches()
                    ? Duration.of(Long.parseLong(number.group(1)), unit(number.group(2)))
                    : Duration.parse(text);
            return duration.isNegative() ? null : duration;
        } catch (DateTimeException | ArithmeticException | NumberFormatException ex) {
            return null;
        }
    }

    private static ChronoUnit unit(@Nullable String name) {
        return switch (name == null ? "ms" : name) {
            case "ns" -> ChronoUnit.NANOS;
            case "us" -> ChronoUnit.MICROS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            default -> ChronoUnit.MILLIS;
        };
    }
}
