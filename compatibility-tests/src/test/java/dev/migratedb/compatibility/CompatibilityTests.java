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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays each scenario with Flyway and with MigrateDB, on each database. The system property {@value #ONLY}, a regular
 * expression, picks scenarios by name; the check that each intended difference occurs is left out then.
 */
class CompatibilityTests {

    private static final String ONLY = "scenario";

    private final List<IntendedDifference> intended = IntendedDifferences.all();

    @TestFactory
    Stream<DynamicNode> everyScenario() {
        Set<String> occurred = new HashSet<>();
        String only = System.getProperty(ONLY);
        Pattern picked = Pattern.compile(only == null ? "" : only);
        List<DynamicNode> nodes = new ArrayList<>();
        for (Theme theme : Themes.all()) {
            Stream<DynamicNode> scenarios = theme.scenarios().stream()
                    .filter(scenario -> picked.matcher(scenario.name()).find())
                    .map(scenario -> dynamicContainer(scenario.name(), onDatabases(scenario, occurred)));
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
        return nodes.stream();
    }

    private Stream<DynamicNode> onDatabases(Scenario scenario, Set<String> occurred) {
        return scenario.databases().stream()
                .sorted()
                .map(database -> dynamicTest(database.name(), () -> play(scenario, database, occurred)));
    }

    private void play(Scenario scenario, Database database, Set<String> occurred) {
        List<Observation> flyway = Player.play(scenario, new FlywayEngine(), database);
        List<Observation> migrateDb = Player.play(scenario, new MigrateDbEngine(), database);
        Comparison comparison = Comparison.of(scenario, database, flyway, migrateDb, intended);
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
