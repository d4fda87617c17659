package dev.migratedb.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a database shows of migrations that were to run once each. Reads nothing but the database, and believes no engine.
 *
 * @param lost migrations without their rows, or without their entry in the history
 * @param twice migrations with more than one of either
 * @param failed migrations that the history says to have failed
 */
record Witness(List<String> lost, List<String> twice, List<String> failed) {

    static Witness of(Content content, Engine engine, Scripts scripts) {
        List<String> rows = content.strings("audit_run", "v");
        List<String> entries = content.strings(engine.history(), "script", "success");
        List<String> lost = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        scripts.scripts().forEach((script, number) -> {
            int inHistory = Collections.frequency(entries, script + " true");
            int found = number == null ? inHistory : Collections.frequency(rows, String.valueOf(number));
            if (inHistory == 0 || found == 0) {
                lost.add(script + " (in the history " + inHistory + ", in the tables " + found + ")");
            }
            if (inHistory > 1 || found > 1) {
                twice.add(script + " (in the history " + inHistory + ", in the tables " + found + ")");
            }
            if (entries.contains(script + " false")) {
                failed.add(script);
            }
        });
        return new Witness(lost, twice, failed);
    }

    boolean isRight() {
        return lost.isEmpty() && twice.isEmpty() && failed.isEmpty();
    }
}
