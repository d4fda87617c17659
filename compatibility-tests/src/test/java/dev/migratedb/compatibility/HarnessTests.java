package dev.migratedb.compatibility;

import static dev.migratedb.compatibility.IntendedDifference.difference;
import static dev.migratedb.compatibility.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.compatibility.IntendedDifference.Everywhere;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the comparison can fail: each test plants something that must be seen. */
class HarnessTests {

    private static final String NAME = "planted";
    private static final Scenario STORY = story("create table one (id int);");

    private static Scenario story(String script) {
        return scenario(NAME).file("V1__One.sql", script).migrate();
    }

    @Test
    void aStoryThatIsTheSameForBothHasNothingToComplainAbout() {
        Comparison comparison = compared(STORY, STORY);

        assertThat(comparison.complaints()).isEmpty();
        assertThat(comparison.occurred()).contains("no marker row on H2", "one connection");
    }

    @Test
    void anotherScriptShowsInHistoryAndDatabase() {
        Comparison comparison = compared(STORY, story("create table other (id int);"));

        assertThat(comparison.complaints())
                .hasSize(2)
                .anySatisfy(
                        complaint -> assertThat(complaint)
                                .startsWith("HISTORY after '1 migrate' of 'planted' on H2 differs")
                                .containsPattern(
                                        "(?m)^ {2}< 1 \\| 1 \\| One \\| SQL \\| V1__One.sql \\| .* \\| \\(user\\) \\| success$"))
                .anySatisfy(complaint -> assertThat(complaint)
                        .startsWith("DATABASE after '1 migrate'")
                        .containsPattern("(?m)^ {2}< table PUBLIC.ONE kind BASE TABLE$")
                        .containsPattern("(?m)^ {2}> +table PUBLIC.OTHER kind BASE TABLE$"));
    }

    @Test
    void anotherSourceOfAFunctionOrAViewShowsOnPostgresql() {
        Scenario flyways = story("""
                create function answer() returns int language sql as 'select 42';
                create view question as select 6 as factor;
                """);
        Scenario migrateDbs = story("""
                create function answer() returns int language sql as 'select 54';
                create view question as select 9 as factor;
                """);

        assertThat(compared(Database.POSTGRESQL, flyways, migrateDbs).complaints())
                .anySatisfy(complaint -> assertThat(complaint)
                        .startsWith("DATABASE after '1 migrate' of 'planted' on POSTGRESQL differs")
                        .contains("select 42", "select 54", "SELECT 6 AS factor", "SELECT 9 AS factor"));
    }

    @Test
    void anotherDescriptionShowsInTheInfoToo() {
        Scenario renamed =
                scenario(NAME).file("V1__Uno.sql", "create table one (id int);").migrate();

        assertThat(compared(STORY, renamed).complaints())
                .anySatisfy(complaint -> assertThat(complaint).startsWith("INFO after '1 migrate'"));
    }

    @Test
    void aFailureShowsInOutcomeAndEvents() {
        assertThat(compared(STORY, story("create table one (id nonsense);")).complaints())
                .anySatisfy(complaint -> assertThat(complaint)
                        .startsWith("OUTCOME after '1 migrate'")
                        .contains("ok", "migration failed: V1__One.sql"))
                .anySatisfy(complaint -> assertThat(complaint).startsWith("EVENTS after '1 migrate'"));
    }

    @Test
    void aListedDifferenceThatIsThereIsNoComplaint() {
        Scenario failing = story("create table one (id nonsense);");
        IntendedDifference listed = difference("listed", "A test.")
                .at(NAME, "1 migrate", Aspect.OUTCOME, "ok", "migration failed: V1__One.sql");

        Comparison comparison = compared(STORY, failing, listed);

        assertThat(comparison.complaints())
                .noneSatisfy(complaint -> assertThat(complaint).startsWith("OUTCOME"));
        assertThat(comparison.occurred()).contains("listed");
    }

    @Test
    void aListedDifferenceThatIsGoneIsAComplaint() {
        IntendedDifference listed =
                difference("listed", "A test.").at(NAME, "1 migrate", Aspect.OUTCOME, "ok", "migration failed");

        assertThat(compared(STORY, STORY, listed).complaints())
                .singleElement()
                .asString()
                .contains("OUTCOME after '1 migrate'", "does not differ any more");
    }

    @Test
    void aListedDifferenceThatIsAnotherOneIsAComplaint() {
        IntendedDifference listed =
                difference("listed", "A test.").at(NAME, "1 migrate", Aspect.OUTCOME, "ok", "something else");

        assertThat(compared(STORY, story("create table one (id nonsense);"), listed)
                        .complaints())
                .anySatisfy(
                        complaint -> assertThat(complaint).contains("differs otherwise than IntendedDifferences says"));
    }

    @Test
    void aListedDifferenceAtAStepThatIsNotThereIsAComplaint() {
        IntendedDifference listed = difference("listed", "A test.").at(NAME, "7 undo", Aspect.OUTCOME, "ok", "no");

        assertThat(compared(STORY, STORY, listed).complaints())
                .singleElement()
                .asString()
                .contains("'7 undo'");
    }

    @Test
    void aNormalisationThatIsNotNeededDoesNotOccur() {
        IntendedDifference idle = new Everywhere(
                "idle",
                "A test.",
                Aspect.EVENTS,
                (sides, situation) -> sides.withoutFlyways("thereIsNoSuchEvent"::equals));

        assertThat(compared(STORY, STORY, idle).occurred()).doesNotContain("idle");
    }

    private static Comparison compared(Scenario flyways, Scenario migrateDbs, IntendedDifference... more) {
        return compared(Database.H2, flyways, migrateDbs, more);
    }

    private static Comparison compared(
            Database database, Scenario flyways, Scenario migrateDbs, IntendedDifference... more) {
        List<IntendedDifference> intended = Stream.concat(IntendedDifferences.everywhere().stream(), Stream.of(more))
                .toList();
        return Comparison.of(
                flyways,
                database,
                Player.play(flyways, new FlywayEngine(), database),
                Player.play(migrateDbs, new MigrateDbEngine(), database),
                intended);
    }
}
