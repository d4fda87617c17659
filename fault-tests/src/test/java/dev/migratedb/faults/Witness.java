package dev.migratedb.faults;

import dev.migratedb.testsupport.FreshDatabase;
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

    static Witness of(FreshDatabase database, Engine engine, Scripts scripts) {
        List<String> tables = database.tables();
        List<String> rows = tables.contains("audit_run") ? database.strings("select v from audit_run") : List.of();
        List<String> entries = tables.contains(engine.history()) ? entries(database, engine) : List.of();
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

    private static List<String> entries(FreshDatabase database, Engine engine) {
        return database.jdbc()
                .sql("select \"script\", \"success\" from \"" + engine.history() + "\"")
                .query((row, number) -> row.getString(1) + " " + row.getBoolean(2))
                .list();
    }

    boolean isRight() {
        return lost.isEmpty() && twice.isEmpty() && failed.isEmpty();
    }
}
