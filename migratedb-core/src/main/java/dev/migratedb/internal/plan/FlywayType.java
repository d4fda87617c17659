package dev.migratedb.internal.plan;

import java.util.Locale;
import java.util.Set;

/** What Flyway's open source build can read in the column {@code type}; anything else keeps it from reading the table at all. */
final class FlywayType {

    private static final Set<String> KNOWN =
            Set.of("SQL", "JDBC", "SCRIPT", "CUSTOM", "SCHEMA", "BASELINE", "DELETE", "SQL_BASELINE", "JDBC_BASELINE");

    private FlywayType() {}

    /** The type under which a row is handed over. */
    static String of(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        if (KNOWN.contains(upper)) {
            return upper;
        }
        if (upper.endsWith("_BASELINE")) {
            return "SQL_BASELINE";
        }
        return upper.equals("SPRING_JDBC") ? "JDBC" : "CUSTOM";
    }
}
