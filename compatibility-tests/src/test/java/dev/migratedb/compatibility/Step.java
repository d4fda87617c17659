package dev.migratedb.compatibility;

import java.util.List;
import java.util.Locale;

/** One step of a scenario. */
sealed interface Step {

    /** Writes a file, or replaces it. */
    record Write(String file, byte[] content) implements Step {}

    /** Deletes a file. */
    record Delete(String file) implements Step {}

    /** Changes settings of both engines for all following steps. */
    record Change(List<Setting> settings) implements Step {}

    /** Runs a command of the engine. Observed. */
    record Run(Command command) implements Step {}

    /**
     * Runs statements past the engine, each in a transaction of its own. Observed. {@value Scenario#HISTORY} stands
     * for the history table.
     */
    record Sql(List<String> statements) implements Step {}

    /** Whether something is compared after it. */
    default boolean isObserved() {
        return this instanceof Run || this instanceof Sql;
    }

    /** The word for it in the name of an observation. */
    default String word() {
        if (this instanceof Run run) {
            return run.command().name().toLowerCase(Locale.ROOT);
        }
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
