package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.callback.Event;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about callbacks speak of everything that there is, and of nothing else. */
class CallbackPageTests {

    private static final Set<String> TRANSACTIONS =
            Set.of("own", "migration", "none", "Java and scripts: no connection; SQL files: own");
    private static final Set<String> THROWING = Set.of(
            "fails, error event",
            "fails",
            "fails the migration",
            "added to the error",
            "fails; a SQL file: fails, error event");

    private static final List<String> PACKAGES = List.of(
            "dev.migratedb.contract.",
            "dev.migratedb.internal.discovery.",
            "dev.migratedb.migration.",
            "dev.migratedb.internal.execution.");

    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

    @Test
    void everyEventHasExactlyOneRow() {
        assertThat(CallbackPage.rows())
                .extracting(CallbackPage.Row::event)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Event.values()).map(Event::id).toList());
    }

    static Stream<CallbackPage.Row> rows() {
        return CallbackPage.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowIsCompleteAndUsesTheWordsThatThePageExplains(CallbackPage.Row row) {
        assertThat(row.when()).isNotBlank();
        assertThat(row.times()).isNotBlank();
        assertThat(row.transaction()).isIn(TRANSACTIONS);
        assertThat(row.throwing()).isIn(THROWING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"callbacks.md", "coverage.md"})
    void everyTestThatAPageNamesExists(String page) {
        List<List<String>> rows = CallbackPage.tableRows(page).stream()
                .filter(cells -> page.equals("coverage.md") || cells.size() == 7)
                .toList();
        assertThat(rows).isNotEmpty().allSatisfy(cells -> {
            Matcher test = TEST.matcher(cells.get(cells.size() - 1));
            int named = 0;
            while (test.find()) {
                named++;
                assertThat(methods(test.group(1))).as(test.group(1)).contains(test.group(2));
            }
            assertThat(named).as("tests of %s", cells).isPositive();
        });
    }

    private static List<String> methods(String className) {
        for (String candidate : PACKAGES) {
            try {
                return Arrays.stream(Class.forName(candidate + className).getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class)
                                || method.isAnnotationPresent(ParameterizedTest.class))
                        .map(Method::getName)
                        .toList();
            } catch (ClassNotFoundException ex) {
                continue;
            }
        }
        return List.of();
    }
}
