package dev.migratedb.result;

import dev.migratedb.migration.MigrationInfo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Migrations as a table of text: a frame of {@code +}, {@code -} and {@code |}, columns as wide as their content. */
final class InfoTable {

    private static final List<String> HEADER =
            List.of("Category", "Version", "Description", "Type", "Installed On", "State");

    /** Rows of these types are no migration of any kind. */
    private static final Set<String> WITHOUT_CATEGORY = Set.of("BASELINE", "SCHEMA", "DELETE");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private InfoTable() {}

    static String of(List<MigrationInfo> migrations) {
        if (migrations.isEmpty()) {
            return "No migrations found";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        migrations.forEach(migration -> rows.add(row(migration)));
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        String frame = Arrays.stream(widths)
                .mapToObj(width -> "-".repeat(width + 2))
                .collect(Collectors.joining("+", "+", "+"));
        List<String> lines = new ArrayList<>(List.of(frame, line(HEADER, widths), frame));
        rows.stream().skip(1).forEach(row -> lines.add(line(row, widths)));
        lines.add(frame);
        return String.join("\n", lines);
    }

    private static List<String> row(MigrationInfo migration) {
        return List.of(
                category(migration),
                migration.version() == null ? "" : migration.version().toString(),
                migration.description(),
                migration.type(),
                time(migration.installedOn()),
                migration.state().displayName());
    }

    private static String category(MigrationInfo migration) {
        if (WITHOUT_CATEGORY.contains(migration.type())) {
            return "";
        }
        return switch (migration.kind()) {
            case VERSIONED -> "Versioned";
            case REPEATABLE -> "Repeatable";
            case BASELINE -> "Baseline";
            case UNDO -> "Undo";
        };
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(' ')
                    .append(cell)
                    .append(" ".repeat(widths[column] - width(cell)))
                    .append(" |");
        }
        return line.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
