package dev.migratedb.internal.dialect;

import java.util.Map;

/**
 * The settings of a session as a dialect can bring them back.
 *
 * @param settings by name; what they mean is known to the dialect only
 */
public record SessionState(Map<String, String> settings) {

    public SessionState {
        settings = Map.copyOf(settings);
    }
}
