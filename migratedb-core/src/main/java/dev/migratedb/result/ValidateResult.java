package dev.migratedb.result;

import java.util.List;

/**
 * What {@code validate} found.
 *
 * @param database product name and version
 * @param warnings what the user should know although nothing is wrong
 * @param validated how many migrations were looked at
 * @param problems empty where everything is right
 */
public record ValidateResult(String database, List<String> warnings, int validated, List<Problem> problems)
        implements OperationResult {

    public ValidateResult {
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }
}
