package dev.migratedb.result;

import java.util.List;

/**
 * What {@code clean} did.
 *
 * @param database product name and version
 * @param warnings what the user should know although the command succeeded
 * @param cleaned schemas that are empty now
 * @param dropped schemas that are gone, since a run had created them
 */
public record CleanResult(String database, List<String> warnings, List<String> cleaned, List<String> dropped)
        implements OperationResult {

    public CleanResult {
        warnings = List.copyOf(warnings);
        cleaned = List.copyOf(cleaned);
        dropped = List.copyOf(dropped);
    }
}
