package dev.migratedb.compatibility;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** Tells what a failure of Flyway means. Most of them have one code, so that their text must say it. */
final class FlywayFailure {

    /** The first that fits counts: a callback can fail for any of the other reasons. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("Error while executing", Outcome.CALLBACK_FAILED),
            Map.entry("Unable to execute clean as it has been disabled", Outcome.CLEAN_DISABLED),
            Map.entry("No migration with a target version", Outcome.UNKNOWN_TARGET),
            Map.entry("No value provided for placeholder", Outcome.UNKNOWN_PLACEHOLDER),
            Map.entry("Invalid SQL filenames found", Outcome.INVALID_NAME),
            Map.entry("Unable to calculate checksum of", Outcome.UNREADABLE_FILE),
            Map.entry("Failed to populate value for default placeholder", Outcome.UNKNOWN_PLACEHOLDER),
            Map.entry("prefix is reserved", Outcome.RESERVED_PLACEHOLDER),
            Map.entry("check your script config files", Outcome.INVALID_CONF_FILE),
            Map.entry("(should be either true or false)", Outcome.INVALID_CONF_FILE),
            Map.entry("Failed to find filesystem location", Outcome.MISSING_LOCATION),
            Map.entry("Unable to resolve location", Outcome.MISSING_LOCATION),
            Map.entry("Found more than 1 SQL callback script", Outcome.DUPLICATE),
            Map.entry("Detected both transactional and non-transactional", Outcome.MIXED),
            Map.entry("Unable to baseline schema history table", Outcome.BASELINE_REFUSED),
            Map.entry(" contains a failed ", Outcome.FAILED_ROW));

    private FlywayFailure() {}

    static List<String> outcome(FlywayException failure) {
        String text = String.valueOf(failure.getMessage());
        for (Map.Entry<String, String> entry : WORDS) {
            if (text.contains(entry.getKey())) {
                return List.of(entry.getValue());
            }
        }
        if (failure instanceof FlywayMigrateException migration) {
            return List.of(Outcome.MIGRATION_FAILED
                    + Lines.script(migration.getMigration().getScript()));
        }
        if (failure.getErrorCode() instanceof CoreErrorCode code) {
            return switch (code) {
                case DUPLICATE_VERSIONED_MIGRATION,
                        DUPLICATE_REPEATABLE_MIGRATION,
                        DUPLICATE_UNDO_MIGRATION,
                        DUPLICATE_DELETED_MIGRATION -> List.of(Outcome.DUPLICATE);
                case NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE -> List.of(Outcome.NON_EMPTY_SCHEMA);
                default -> Outcome.other("Flyway", failure);
            };
        }
        return Outcome.other("Flyway", failure);
    }

    static String word(ErrorDetails details) {
        return details.errorCode == CoreErrorCode.SCHEMA_DOES_NOT_EXIST
                ? Outcome.SCHEMA_MISSING
                : "Flyway: " + details.errorMessage;
    }
}
