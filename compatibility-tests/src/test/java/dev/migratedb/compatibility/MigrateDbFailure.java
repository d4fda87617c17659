package dev.migratedb.compatibility;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.ScriptPosition;
import dev.migratedb.result.Problem;
import dev.migratedb.result.ValidationFailedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells what a failure of MigrateDB means. What files and history do not agree about has one code, so that its text
 * says it.
 */
final class MigrateDbFailure {

    private MigrateDbFailure() {}

    static List<String> outcome(MigrateDbException failure) {
        if (failure instanceof MigrationFailedException migration) {
            return List.of(Outcome.MIGRATION_FAILED
                    + Lines.script(migration.migration().script()));
        }
        if (failure instanceof ValidationFailedException validation) {
            return outcome(validation);
        }
        return switch (failure.errorCode()) {
            case CLEAN_DISABLED -> List.of(Outcome.CLEAN_DISABLED);
            case CALLBACK_FAILED -> List.of(Outcome.CALLBACK_FAILED);
            case DUPLICATE_MIGRATION -> List.of(Outcome.DUPLICATE);
            case CONFIGURATION ->
                String.valueOf(failure.getMessage()).contains("are reserved")
                        ? List.of(Outcome.RESERVED_PLACEHOLDER)
                        : Outcome.other("MigrateDB", failure);
            default -> Outcome.other("MigrateDB", failure);
        };
    }

    private static List<String> outcome(ValidationFailedException failure) {
        List<Problem> problems = failure.problems();
        boolean allAboutMigrations = problems.stream()
                .allMatch(problem -> problem.code() == ErrorCode.VALIDATION && problem.migration() != null);
        if (allAboutMigrations) {
            return Outcome.validation(problems.stream().map(MigrateDbFailure::problem));
        }
        List<String> words = problems.stream()
                .map(MigrateDbFailure::word)
                .distinct()
                .sorted()
                .toList();
        return words;
    }

    /** The first of what a problem is about, in the order in which Flyway looks. */
    private static String problem(Problem problem) {
        MigrationInfo info = problem.migration();
        if (info == null) {
            throw new IllegalArgumentException(problem.toString());
        }
        boolean repeatable = info.kind() == MigrationKind.REPEATABLE;
        String kind = repeatable ? "REPEATABLE_MIGRATION" : "VERSIONED_MIGRATION";
        Map<String, String> codes = Map.of(
                " failed (rank ", "FAILED_" + kind,
                "was not found", "APPLIED_" + kind + "_NOT_RESOLVED",
                "came too late", "RESOLVED_" + kind + "_NOT_APPLIED",
                "was found, but is not applied", "RESOLVED_" + kind + "_NOT_APPLIED",
                "has changed since it ran", "OUTDATED_REPEATABLE_MIGRATION");
        String text = problem.message();
        String code = codes.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> difference(text));
        return Outcome.problem(code, info.version(), info.description());
    }

    private static String difference(String text) {
        return List.of("type", "checksum", "description").stream()
                .filter(what -> text.contains("the history has the " + what))
                .findFirst()
                .map(what -> what.toUpperCase(Locale.ROOT) + "_MISMATCH")
                .orElse(text);
    }

    private static String configuration(Problem problem) {
        ScriptPosition position = problem.position();
        if (position != null && position.location().endsWith(".conf")) {
            return Outcome.INVALID_CONF_FILE;
        }
        String text = problem.message();
        if (text.startsWith("The target is version")) {
            return Outcome.UNKNOWN_TARGET;
        }
        return text.contains("cannot run in a transaction") ? Outcome.MIXED : text;
    }

    private static String word(Problem problem) {
        String text = problem.message();
        return switch (problem.code()) {
            case NON_EMPTY_SCHEMA -> Outcome.NON_EMPTY_SCHEMA;
            case DUPLICATE_MIGRATION -> Outcome.DUPLICATE;
            case INVALID_NAME -> Outcome.INVALID_NAME;
            case UNREADABLE_FILE -> Outcome.UNREADABLE_FILE;
            case UNKNOWN_PLACEHOLDER -> Outcome.UNKNOWN_PLACEHOLDER;
            case MISSING_LOCATION -> Outcome.MISSING_LOCATION;
            case VALIDATION ->
                text.startsWith("The history contains")
                                || text.startsWith("The history begins")
                                || text.startsWith("There is a history already")
                        ? Outcome.BASELINE_REFUSED
                        : text;
            case CONFIGURATION -> configuration(problem);
            case SYNTAX ->
                text.contains("refuses to run in a transaction") ? Outcome.MIXED : problem.code() + ": " + text;
            default -> problem.code() + ": " + text;
        };
    }
}
