package dev.migratedb.samples.csv;

import java.util.ArrayList;
import java.util.List;

/** Reads the lines of a CSV file: values between commas, those with commas in double quotes, quotes in them doubled. */
final class Csv {

    private Csv() {}

    /** The values of each line that is not blank. */
    static List<List<String>> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(Csv::values).toList();
    }

    private static List<String> values(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                value.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
