package dev.migratedb.result;

import dev.migratedb.migration.MigrationInfo;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code migrate} would do, as a script for the database's own client.
 *
 * @param database product name and version
 * @param warnings what the user should know
 * @param sections in the order in which they would run; the first tells what the script is for
 */
public record PlanResult(String database, List<String> warnings, List<Section> sections) implements OperationResult {

    public PlanResult {
        warnings = List.copyOf(warnings);
        sections = List.copyOf(sections);
    }

    /**
     * A part of the script.
     *
     * @param title what it is, in one line
     * @param migration that it runs; null for everything else
     * @param script SQL and comments; null where there is nothing to run
     */
    public record Section(
            String title,
            @Nullable MigrationInfo migration,
            @Nullable String script) {

        /** The comment that stands above the script. */
        public String heading() {
            return "-- " + title + "\n";
        }
    }

    /**
     * Writes the whole script.
     *
     * @throws IOException if the output cannot take it
     */
    public void writeTo(Appendable out) throws IOException {
        String between = "";
        for (Section section : sections) {
            out.append(between).append(section.heading());
            if (section.script() != null) {
                out.append(section.script());
            }
            between = "\n";
        }
    }
}
