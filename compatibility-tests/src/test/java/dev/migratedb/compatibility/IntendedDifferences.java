package dev.migratedb.compatibility;

import dev.migratedb.compatibility.IntendedDifference.Everywhere;
import dev.migratedb.compatibility.IntendedDifference.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything in which MigrateDB is not as Flyway, on purpose. A difference that is not here is a fault; one that is
 * here and does not occur is one too. What concerns single steps of scenarios stands beside these scenarios, in their
 * theme, unless scenarios of several themes show it.
 */
final class IntendedDifferences {

    private static final String AFTER_CONNECT = "afterConnect";
    private static final String AFTER_MIGRATE_ERROR = "afterMigrateError";

    /** Words of rows that are no migration, in Flyway's history and in ours. */
    private static final Map<String, String> WORDS = Map.of(
            "<< Flyway Schema Creation >>", "<< MigrateDB Schema Creation >>",
            "<< Flyway Baseline >>", "<< MigrateDB Baseline >>");

    private static final Set<String> COMMAND_ERRORS =
            Set.of("afterInfoError", "afterValidateError", "afterRepairError", "afterBaselineError", "afterCleanError");

    private IntendedDifferences() {}

    /** All of them, those of the themes included. */
    static List<IntendedDifference> all() {
        return Stream.of(
                        everywhere().stream(),
                        Stream.of(GoesOnAfterFailure.onH2(), NoFailedRow.onH2()),
                        Themes.all().stream().flatMap(theme -> theme.differences().stream()))
                .flatMap(Function.identity())
                .toList();
    }

    /** Those that are taken out of each comparison. */
    static List<IntendedDifference> everywhere() {
        return List.of(
                new Everywhere(
                        "own words",
                        "A row that the engine writes for itself says which engine wrote it.",
                        Aspect.HISTORY,
                        IntendedDifferences::ownWords),
                new Everywhere("own words in info", "As in the history.", Aspect.INFO, IntendedDifferences::ownWords),
                new Everywhere(
                        "no marker row on H2",
                        "Flyway locks a row on H2, so that the table needs one; our lock has a table of its own.",
                        Aspect.HISTORY,
                        (sides, situation) -> sides.withoutFlyways(line -> line.startsWith("-1 | - | << Flyway"))),
                new Everywhere(
                        "one connection",
                        "Flyway connects twice and says so twice; a run of ours has one connection.",
                        Aspect.EVENTS,
                        IntendedDifferences::oneConnection),
                new Everywhere(
                        "beforeConnect for all callbacks",
                        "Flyway tells only scripts of it; there is no reason to leave Java and SQL out.",
                        Aspect.EVENTS,
                        (sides, situation) -> sides.withoutMigrateDbs("beforeConnect"::equals)),
                new Everywhere(
                        "createSchema events only where schemas are created",
                        "Flyway fires them in every run, although nothing is created.",
                        Aspect.EVENTS,
                        IntendedDifferences::schemaEvents),
                new Everywhere(
                        "afterMigrateError after every failure",
                        "Flyway fires it only for what fails after beforeMigrate; who cleans up or alerts wants them all.",
                        Aspect.EVENTS,
                        IntendedDifferences::migrateErrors),
                new Everywhere(
                        "afterValidateError for all that validation finds",
                        "Where files alone are wrong, as with two of one version, Flyway's validation ends without any event.",
                        Aspect.EVENTS,
                        IntendedDifferences::validateErrors),
                new Everywhere(
                        "error events for files that cannot be used",
                        "Flyway reads names, locations and callbacks before it connects, so that no callback hears of what is"
                                + " wrong with them.",
                        Aspect.EVENTS,
                        IntendedDifferences::fileEvents),
                new Everywhere(
                        "OperationFinish only after success",
                        "Flyway ends a validate that has found something with an event that brings a result; ours brings"
                                + " the error with afterValidateError, and a failed command has no result.",
                        Aspect.EVENTS,
                        IntendedDifferences::finishEvents),
                new Everywhere(
                        "beforeMigrate before the baseline",
                        "It comes before anything is written, and a baseline is written.",
                        Aspect.EVENTS,
                        IntendedDifferences::baselineEvents),
                new Everywhere(
                        "one problem for a changed repeatable migration",
                        "Flyway blames it twice, for the row that is outdated and for the run that is pending.",
                        Aspect.OUTCOME,
                        IntendedDifferences::outdated),
                new Everywhere(
                        "a row that deletes another one is not shown",
                        "The other one says that it is deleted; Flyway hides such rows only where they have a version.",
                        Aspect.INFO,
                        (sides, situation) -> sides.withoutFlyways(line -> line.endsWith(" | DELETE | Success"))),
                new Everywhere(
                        "a baseline that is refused does not begin",
                        "beforeBaseline comes before work on a baseline, and a refused one is no work.",
                        Aspect.EVENTS,
                        IntendedDifferences::refusedBaseline),
                new Everywhere(
                        "error events after failed callbacks",
                        "A command that failed because of a callback has failed; Flyway leaves its error event"
                                + " out then.",
                        Aspect.EVENTS,
                        IntendedDifferences::callbackErrors));
    }

    private static Sides ownWords(Sides sides, Situation situation) {
        return sides.translated(line -> {
            String own = line;
            for (Map.Entry<String, String> word : WORDS.entrySet()) {
                own = own.replace(word.getKey(), word.getValue());
            }
            return own;
        });
    }

    private static Sides oneConnection(Sides sides, Situation situation) {
        int first = sides.flyway().indexOf(AFTER_CONNECT);
        int last = sides.flyway().lastIndexOf(AFTER_CONNECT);
        return first == last
                ? sides
                : new Sides(
                        Stream.concat(
                                        sides.flyway().subList(0, last).stream(),
                                        sides
                                                .flyway()
                                                .subList(
                                                        last + 1, sides.flyway().size())
                                                .stream())
                                .toList(),
                        sides.migrateDb());
    }

    private static Sides schemaEvents(Sides sides, Situation situation) {
        Predicate<String> events = line -> line.equals("createSchema") || line.equals("beforeCreateSchema");
        return situation.createdSchema() ? sides : sides.withoutFlyways(events);
    }

    private static Sides migrateErrors(Sides sides, Situation situation) {
        return situation.outcome().equals(Outcome.OK) || sides.flyway().contains(AFTER_MIGRATE_ERROR)
                ? sides
                : sides.withoutMigrateDbs(AFTER_MIGRATE_ERROR::equals);
    }

    private static Sides validateErrors(Sides sides, Situation situation) {
        boolean withoutEnd = sides.flyway().contains("beforeValidate")
                && sides.flyway().stream().noneMatch(line -> line.startsWith("afterValidate"));
        return withoutEnd && !situation.outcome().equals(Outcome.OK)
                ? sides.withoutMigrateDbs("afterValidateError"::equals)
                : sides;
    }

    private static Sides fileEvents(Sides sides, Situation situation) {
        boolean begun = sides.migrateDb().size() == 3
                && sides.migrateDb().get(0).equals(AFTER_CONNECT)
                && sides.migrateDb().get(1).startsWith("before")
                && sides.migrateDb().get(2).endsWith("Error");
        return sides.flyway().isEmpty() && begun && !situation.outcome().equals(Outcome.OK)
                ? new Sides(List.of(), List.of())
                : sides;
    }

    private static Sides finishEvents(Sides sides, Situation situation) {
        return situation.outcome().equals(Outcome.OK)
                ? sides
                : sides.withoutFlyways(line -> line.endsWith("OperationFinish"));
    }

    private static Sides baselineEvents(Sides sides, Situation situation) {
        List<String> flyway = new ArrayList<>(sides.flyway());
        int baseline = flyway.indexOf("beforeBaseline");
        int migrate = flyway.indexOf("beforeMigrate");
        if (baseline >= 0 && migrate > baseline) {
            flyway.add(baseline, flyway.remove(migrate));
        }
        return new Sides(flyway, sides.migrateDb());
    }

    private static Sides refusedBaseline(Sides sides, Situation situation) {
        return situation.outcome().contains(Outcome.BASELINE_REFUSED)
                ? sides.withoutFlyways("beforeBaseline"::equals)
                : sides;
    }

    private static Sides callbackErrors(Sides sides, Situation situation) {
        return situation.outcome().contains(Outcome.CALLBACK_FAILED)
                ? sides.withoutMigrateDbs(
                        line -> COMMAND_ERRORS.contains(line) && !sides.flyway().contains(line))
                : sides;
    }

    private static Sides outdated(Sides sides, Situation situation) {
        String pending = "RESOLVED_REPEATABLE_MIGRATION_NOT_APPLIED";
        String outdated = "OUTDATED_REPEATABLE_MIGRATION";
        return sides.withoutFlyways(
                line -> line.contains(pending) && sides.flyway().contains(line.replace(pending, outdated)));
    }
}
