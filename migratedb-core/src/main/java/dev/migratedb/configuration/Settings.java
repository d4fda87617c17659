package dev.migratedb.configuration;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.time.Duration;
import java.util.List;

/** The checks that the records of this package share. Each error names the property, whose builder method is called alike. */
final class Settings {

    private Settings() {}

    static MigrateDbException wrong(String property, String reason) {
        return new MigrateDbException(ErrorCode.CONFIGURATION, "'migratedb." + property + "' " + reason);
    }

    static String text(String property, String value) {
        if (value.isBlank()) {
            throw wrong(property, "must not be empty");
        }
        return value;
    }

    static List<String> texts(String property, List<String> values) {
        List<String> trimmed = values.stream().map(String::trim).toList();
        if (trimmed.stream().anyMatch(String::isEmpty)) {
            throw wrong(property, "must not have an empty element, but is " + values);
        }
        return trimmed;
    }

    static Duration positive(String property, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw wrong(property, "must be longer than nothing, but is " + value);
        }
        return value;
    }

    static Duration notNegative(String property, Duration value) {
        if (value.isNegative()) {
            throw wrong(property, "must not be negative, but is " + value);
        }
        return value;
    }
}
