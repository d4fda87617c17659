package dev.migratedb.compatibility;

import dev.migratedb.compatibility.IntendedDifference.Everywhere;
import dev.migratedb.compatibility.IntendedDifference.Place;
import dev.migratedb.compatibility.IntendedDifference.Places;
import dev.migratedb.compatibility.IntendedDifference.Situation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what two engines showed of one scenario on one database.
 *
 * @param complaints each difference that is not listed, and each listed place where there is none; empty is good
 * @param occurred the ids of the listed differences that are there
 */
record Comparison(List<String> complaints, Set<String> occurred) {

    static Comparison of(
            Scenario scenario,
            Database database,
            List<Observation> flyway,
            List<Observation> migrateDb,
            List<IntendedDifference> intended) {
        Judge judge = new Judge(scenario.name(), database, intended);
        for (int i = 1; i < flyway.size(); i++) {
            judge.compare(flyway.get(i), migrateDb.get(i), flyway.get(i - 1).of(Aspect.DATABASE));
        }
        judge.complainAboutPlacesNotReached();
        return new Comparison(List.copyOf(judge.complaints), Set.copyOf(judge.occurred));
    }

    private static final class Judge {

        private final String scenario;
        private final Database database;
        private final List<Everywhere> everywhere = new ArrayList<>();
        private final List<Places> lists = new ArrayList<>();
        private final Set<Place> reached = new LinkedHashSet<>();
        private final List<String> complaints = new ArrayList<>();
        private final Set<String> occurred = new LinkedHashSet<>();

        Judge(String scenario, Database database, List<IntendedDifference> intended) {
            this.scenario = scenario;
            this.database = database;
            for (IntendedDifference difference : intended) {
                if (difference instanceof Everywhere rule) {
                    everywhere.add(rule);
                } else if (difference instanceof Places places) {
                    lists.add(places);
                }
            }
        }

        void compare(Observation flyway, Observation migrateDb, List<String> before) {
            Situation situation = new Situation(
                    flyway.step(), migrateDb.of(Aspect.OUTCOME), createdSchema(before, flyway.of(Aspect.DATABASE)));
            for (Aspect aspect : Aspect.values()) {
                Sides raw = new Sides(flyway.of(aspect), migrateDb.of(aspect));
                Sides sides = normalised(raw, aspect, situation);
                Place place = place(flyway.step(), aspect);
                if (place == null && !sides.agree()) {
                    complaints.add(
                            text("differs, and IntendedDifferences does not say so", flyway.step(), aspect, sides));
                } else if (place != null && !place.expected().equals(sides.inSingleLines())) {
                    complaints.add(text(
                            sides.agree()
                                    ? "does not differ any more, though IntendedDifferences says so"
                                    : "differs otherwise than IntendedDifferences says",
                            flyway.step(),
                            aspect,
                            sides));
                }
            }
        }

        private static boolean createdSchema(List<String> before, List<String> after) {
            return after.stream().filter(line -> line.startsWith("schema ")).anyMatch(line -> !before.contains(line));
        }

        /** Takes out what is intended everywhere, and notes for each of these differences whether it was needed. */
        private Sides normalised(Sides raw, Aspect aspect, Situation situation) {
            List<Everywhere> rules =
                    everywhere.stream().filter(rule -> rule.aspect() == aspect).toList();
            Sides all = normalised(raw, rules, situation);
            for (Everywhere rule : rules) {
                List<Everywhere> others =
                        rules.stream().filter(other -> !other.equals(rule)).toList();
                Sides without = normalised(raw, others, situation);
                if (!without.equals(all) && !without.agree()) {
                    occurred.add(rule.id());
                }
            }
            return all;
        }

        private static Sides normalised(Sides raw, List<Everywhere> rules, Situation situation) {
            Sides sides = raw;
            for (Everywhere rule : rules) {
                sides = rule.normalisation().apply(sides, situation);
            }
            return sides;
        }

        private @Nullable Place place(String step, Aspect aspect) {
            for (Places list : lists) {
                for (Place place : list.places()) {
                    if (isHere(place) && place.step().equals(step) && place.aspect() == aspect) {
                        reached.add(place);
                        occurred.add(list.id());
                        return place;
                    }
                }
            }
            return null;
        }

        private boolean isHere(Place place) {
            return place.scenario().equals(scenario) && place.databases().contains(database);
        }

        void complainAboutPlacesNotReached() {
            for (Places list : lists) {
                list.places().stream()
                        .filter(place -> isHere(place) && !reached.contains(place))
                        .forEach(place -> complaints.add("'" + scenario + "' has no step '" + place.step()
                                + "', which the intended difference '" + list.id() + "' names"));
            }
        }

        private String text(String what, String step, Aspect aspect, Sides sides) {
            return aspect + " after '" + step + "' of '" + scenario + "' on " + database + " " + what + ":\n"
                    + SideBySide.of("Flyway", sides.flyway(), "MigrateDB", sides.migrateDb());
        }
    }
}
