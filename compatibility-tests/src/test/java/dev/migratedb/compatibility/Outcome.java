package dev.migratedb.compatibility;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that outcomes of both engines are told in. */
final class Outcome {

    static final List<String> OK = List.of("ok");

    static final String VALIDATION = "validation failed";
    static final String MIGRATION_FAILED = "migration failed: ";
    static final String DUPLICATE = "duplicate migration";
    static final String NON_EMPTY_SCHEMA = "schema is not empty";
    static final String SCHEMA_MISSING = "schema does not exist";
    static final String CLEAN_DISABLED = "clean is disabled";
    static final String CALLBACK_FAILED = "callback failed";
    static final String UNKNOWN_TARGET = "unknown target";
    static final String UNKNOWN_PLACEHOLDER = "unknown placeholder";
    static final String INVALID_NAME = "invalid file name";
    static final String UNREADABLE_FILE = "unreadable file";
    static final String RESERVED_PLACEHOLDER = "reserved placeholder";
    static final String INVALID_CONF_FILE = "invalid conf file";
    static final String MISSING_LOCATION = "missing location";
    static final String MIXED = "transactional and other statements mixed";
    static final String BASELINE_REFUSED = "baseline refused";
    static final String FAILED_ROW = "history has a failed migration";

    private Outcome() {}

    static List<String> validation(Stream<String> problems) {
        return Stream.concat(Stream.of(VALIDATION), problems.sorted()).toList();
    }

    /** A failure that neither engine has a word for here, so that nobody takes two of them for the same. */
    static List<String> other(String engine, Throwable failure) {
        return List.of(engine + ": "
                + String.valueOf(failure.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip());
    }

    static String problem(String code, @Nullable Object version, String description) {
        return "  " + code + " " + (version == null || version.toString().isEmpty() ? description : version);
    }
}
