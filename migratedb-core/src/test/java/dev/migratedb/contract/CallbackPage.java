package dev.migratedb.contract;

import static java.util.stream.Collectors.toMap;

import dev.migratedb.callback.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The tables of the pages that users read, for tests that hold the engine against them. */
final class CallbackPage {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");

    private CallbackPage() {}

    /** A row of the contract of events. */
    record Row(
            String event,
            String when,
            String times,
            String transaction,
            String context,
            String throwing,
            String test) {}

    /** All rows of all tables of events. */
    static List<Row> rows() {
        return tableRows("callbacks.md").stream()
                .filter(cells -> cells.size() == 7)
                .map(cells -> new Row(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4),
                        cells.get(5),
                        cells.get(6)))
                .toList();
    }

    /** The row of each event. */
    static Map<Event, Row> byEvent() {
        return rows().stream().collect(toMap(row -> Event.fromId(row.event()).orElseThrow(), Function.identity()));
    }

    /** The cells of all rows of all tables of a page, without their heads. */
    static List<List<String>> tableRows(String page) {
        List<String> lines = lines(page);
        List<List<String>> rows = new ArrayList<>();
        boolean inBody = false;
        for (String line : lines) {
            if (!line.startsWith("|")) {
                inBody = false;
            } else if (line.startsWith("| ---")) {
                inBody = true;
            } else if (inBody) {
                List<String> cells = Arrays.stream(CELL.split(line.strip(), -1))
                        .map(String::strip)
                        .toList();
                rows.add(cells.subList(1, cells.size() - 1));
            }
        }
        return rows;
    }

    private static List<String> lines(String page) {
        try {
            return Files.readAllLines(DOCS.resolve(page));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
