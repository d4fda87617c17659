package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.result.Problem;
import dev.migratedb.result.ValidationFailedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells why the engine failed and what to do. Before Spring Boot's own analyzers, which would explain the cause without
 * the migration that it happened in.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class MigrateDbFailureAnalyzer extends AbstractFailureAnalyzer<MigrateDbException> {

    private static final String CONNECT =
            "Start the database, or correct the URL, the user or the password, of 'spring.datasource' or of 'migratedb'";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MigrateDbException cause) {
        if (cause instanceof SetupException setup) {
            return new FailureAnalysis(setup.description(), setup.action(), cause);
        }
        return new FailureAnalysis(description(cause), action(cause), cause);
    }

    /** What happened, without what to do, which is the action. */
    private static String description(MigrateDbException failure) {
        if (failure instanceof ValidationFailedException validation) {
            return validation.description();
        }
        return failure instanceof MigrationFailedException migration
                ? migration.description()
                : String.valueOf(failure.getMessage());
    }

    private static String action(MigrateDbException failure) {
        if (failure instanceof ValidationFailedException validation) {
            return remedies(validation.problems());
        }
        if (failure instanceof MigrationFailedException migration) {
            return migration.remedy();
        }
        if (failure instanceof CallbackFailedException callback) {
            return "Correct the callback " + callback.callback() + ", then start the application again.";
        }
        return switch (failure.errorCode()) {
            case CONNECTION -> CONNECT + ".";
            case UNSUPPORTED_DATABASE -> "Use one of the databases named above, or set 'migratedb.enabled=false'.";
            case LOCK_TIMEOUT ->
                "Find out what the other run waits for, or set a longer 'migratedb.lock.wait-timeout'.";
            case WAIT_TIMEOUT ->
                (failure.getCause() instanceof MigrateDbException cause && cause.errorCode() == ErrorCode.CONNECTION
                                ? CONNECT
                                : "See to the process that migrates, whose log tells more")
                        + ", or set a longer 'migratedb.wait.timeout'.";
            case HISTORY_DAMAGED ->
                "Follow what is told above, or set 'migratedb.table' to the name of another table, which may be missing.";
            default -> "Remove the cause that is told above, then start the application again.";
        };
    }

    /** What to do, each with the numbers that its problems have in the description. */
    private static String remedies(List<Problem> problems) {
        if (problems.size() == 1) {
            return problems.get(0).remedy();
        }
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        for (int i = 0; i < problems.size(); i++) {
            numbers.computeIfAbsent(problems.get(i).remedy(), remedy -> new ArrayList<>())
                    .add(String.valueOf(i + 1));
        }
        return numbers.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + ". " + entry.getKey())
                .collect(Collectors.joining("\n"));
    }
}
