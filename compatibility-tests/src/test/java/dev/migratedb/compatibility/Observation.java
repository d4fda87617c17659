package dev.migratedb.compatibility;

import java.util.List;
import java.util.Map;

/**
 * What there is to see after one step, for one engine.
 *
 * @param step number and word of the step, such as {@code 2 migrate}; only observed steps are counted
 * @param lines per aspect, in order
 */
record Observation(String step, Map<Aspect, List<String>> lines) {

    /** The database before the first step. */
    static final String START = "0 start";

    Observation {
        lines = Map.copyOf(lines);
    }

    List<String> of(Aspect aspect) {
        return lines.getOrDefault(aspect, List.of());
    }
}
