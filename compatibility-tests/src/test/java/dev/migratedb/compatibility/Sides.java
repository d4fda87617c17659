package dev.migratedb.compatibility;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What both engines show of one aspect after one step. */
record Sides(List<String> flyway, List<String> migrateDb) {

    Sides {
        flyway = List.copyOf(flyway);
        migrateDb = List.copyOf(migrateDb);
    }

    boolean agree() {
        return flyway.equals(migrateDb);
    }

    /** Takes lines away that only Flyway has. */
    Sides withoutFlyways(Predicate<String> lines) {
        return new Sides(flyway.stream().filter(lines.negate()).toList(), migrateDb);
    }

    /** Takes lines away that only MigrateDB has. */
    Sides withoutMigrateDbs(Predicate<String> lines) {
        return new Sides(flyway, migrateDb.stream().filter(lines.negate()).toList());
    }

    /** Says lines of Flyway as MigrateDB says them. */
    Sides translated(UnaryOperator<String> translation) {
        return new Sides(flyway.stream().map(translation).toList(), migrateDb);
    }

    /** With what is written in several lines as so many. */
    Sides inSingleLines() {
        return new Sides(
                flyway.stream().flatMap(String::lines).toList(),
                migrateDb.stream().flatMap(String::lines).toList());
    }
}
