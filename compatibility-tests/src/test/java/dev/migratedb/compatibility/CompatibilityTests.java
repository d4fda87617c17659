package dev.migratedb.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migratedb.compatibility.IntendedDifference.Places;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;

/**
 * Plays each scenario with Flyway and with MigrateDB, on each database. The system property {@value #ONLY}, a regular
 * expression, picks scenarios by name; the check that each intended difference occurs is left out then.
 *
 * <p>Several scenarios are played at a time, as each waits for its database most of the time, and they share nothing.
 * Threads of JUnit's own would not let the check of the intended differences come last.
 */
class CompatibilityTests {

    private static final String ONLY = "scenario";

    private static final int AT_A_TIME = 4;

    private final List<IntendedDifference> intended = IntendedDifferences.all();
    private final ExecutorService players = Executors.newFixedThreadPool(AT_A_TIME);

    @AfterEach
    void endThePlayers() {
        players.shutdownNow();
    }

    @TestFactory
    List<DynamicNode> everyScenario() {
        // before the players ask for it all at once, which would make a warning
        LoggerFactory.getILoggerFactory();
        Set<String> occurred = new HashSet<>();
        String only = System.getProperty(ONLY);
        Pattern picked = Pattern.compile(only == null ? "" : only);
        List<DynamicNode> nodes = new ArrayList<>();
        for (Theme theme : Themes.all()) {
            List<DynamicContainer> scenarios = theme.scenarios().stream()
                    .filter(scenario -> picked.matcher(scenario.name()).find())
                    .map(scenario -> dynamicContainer(scenario.name(), onDatabases(scenario, occurred)))
                    .toList();
            nodes.add(dynamicContainer(theme.name(), scenarios));
        }
        if (only == null) {
            // comes last: it looks back at what all others have found
            nodes.add(dynamicContainer(
                    "each intended difference occurs",
                    intended.stream()
                            .map(difference -> dynamicTest(
                                    difference.id(),
                                    () -> assertThat(occurred)
                                            .as("intended differences that some scenario shows")
                                            .contains(difference.id())))));
        }
        return nodes;
    }

    /** Begins to play at once, in the order of the calls; each test waits for what it tells of. */
    private List<DynamicTest> onDatabases(Scenario scenario, Set<String> occurred) {
        return scenario.databases().stream()
                .sorted()
                .map(database -> {
                    Future<Comparison> played = players.submit(() -> play(scenario, database));
                    return dynamicTest(database.name(), () -> judge(played.get(), occurred));
                })
                .toList();
    }

    private Comparison play(Scenario scenario, Database database) {
        List<Observation> flyway = Player.play(scenario, new FlywayEngine(), database);
        List<Observation> migrateDb = Player.play(scenario, new MigrateDbEngine(), database);
        return Comparison.of(scenario, database, flyway, migrateDb, intended);
    }

    private static void judge(Comparison comparison, Set<String> occurred) {
        occurred.addAll(comparison.occurred());
        if (!comparison.complaints().isEmpty()) {
            fail(String.join("\n\n", comparison.complaints()));
        }
    }

    @Test
    void scenariosHaveNamesOfTheirOwn() {
        assertThat(Themes.all().stream()
                        .flatMap(theme -> theme.scenarios().stream())
                        .map(Scenario::name))
                .doesNotHaveDuplicates();
    }

    @Test
    void intendedDifferencesHaveNamesOfTheirOwnAndReasons() {
        assertThat(intended).extracting(IntendedDifference::id).doesNotHaveDuplicates();
        assertThat(intended)
                .extracting(IntendedDifference::reason)
                .allSatisfy(reason -> assertThat(reason).endsWith("."));
    }

    @Test
    void intendedDifferencesNameScenariosThatExist() {
        Set<String> names = new HashSet<>();
        Themes.all().forEach(theme -> theme.scenarios().forEach(scenario -> names.add(scenario.name())));
        assertThat(intended)
                .filteredOn(Places.class::isInstance)
                .flatExtracting(difference -> ((Places) difference).places())
                .allSatisfy(place -> assertThat(names).contains(place.scenario()));
    }
}
