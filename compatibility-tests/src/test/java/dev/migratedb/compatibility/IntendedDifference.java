package dev.migratedb.compatibility;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Something in which MigrateDB is not as Flyway, on purpose. */
sealed interface IntendedDifference {

    /** A short name, unique. */
    String id();

    /** Why it is so, in one sentence. */
    String reason();

    /** Begins a difference that is listed place by place. */
    static Places difference(String id, String reason) {
        return new Places(id, reason, List.of());
    }

    /**
     * A difference that is the same everywhere, so that it can be taken out of what is compared.
     *
     * @param normalisation makes both sides equal in this respect, and in no other
     */
    record Everywhere(String id, String reason, Aspect aspect, BiFunction<Sides, Situation, Sides> normalisation)
            implements IntendedDifference {}

    /** What a normalisation may know of the place. */
    record Situation(String step, List<String> outcome, boolean createdSchema) {}

    /** A difference at some steps of some scenarios, with what both engines show there. */
    record Places(String id, String reason, List<Place> places) implements IntendedDifference {

        public Places {
            places = List.copyOf(places);
        }

        /** Adds a place on all databases. Texts have one line for each line of what is shown. */
        Places at(String scenario, String step, Aspect aspect, String flyway, String migrateDb) {
            return and(new Place(scenario, EnumSet.allOf(Database.class), step, aspect, sides(flyway, migrateDb)));
        }

        /** Adds a place on one database. */
        Places at(Database database, String scenario, String step, Aspect aspect, String flyway, String migrateDb) {
            return and(new Place(scenario, EnumSet.of(database), step, aspect, sides(flyway, migrateDb)));
        }

        private Places and(Place place) {
            List<Place> more = new ArrayList<>(places);
            more.add(place);
            return new Places(id, reason, more);
        }

        private static Sides sides(String flyway, String migrateDb) {
            return new Sides(flyway.lines().toList(), migrateDb.lines().toList());
        }
    }

    /** Where a difference is, and what is shown there once the differences that are everywhere were taken out. */
    record Place(String scenario, Set<Database> databases, String step, Aspect aspect, Sides expected) {

        public Place {
            if (expected.agree()) {
                throw new IllegalArgumentException("No difference: " + aspect + " after '" + step + "' of " + scenario);
            }
        }
    }
}
