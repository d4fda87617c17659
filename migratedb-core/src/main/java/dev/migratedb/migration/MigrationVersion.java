package dev.migratedb.migration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a migration: numbers separated by dots, compared part by part as numbers.
 *
 * <p>Trailing zero parts and leading zeros do not count, so {@code 1}, {@code 1.0} and {@code 01} are equal; {@code 1.10}
 * is greater than {@code 1.9}. {@link #toString()} keeps the text that was given, with underscores turned into dots.
 * Immutable.
 */
public final class MigrationVersion implements Comparable<MigrationVersion> {

    private static final Pattern FORM = Pattern.compile("-?\\d+([._]\\d+)*");

    private final String text;
    private final List<BigInteger> parts;

    private MigrationVersion(String text, List<BigInteger> parts) {
        this.text = text;
        this.parts = parts;
    }

    /**
     * Reads a version.
     *
     * @param text digits, separated by single dots or underscores
     * @throws IllegalArgumentException if the text has another form
     */
    public static MigrationVersion of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a version: a version consists of digits, separated by single dots or underscores");
        }
        String dotted = text.replace('_', '.');
        List<BigInteger> parts = new ArrayList<>();
        for (String part : dotted.split("\\.")) {
            parts.add(new BigInteger(part));
        }
        while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
            parts.remove(parts.size() - 1);
        }
        return new MigrationVersion(dotted, List.copyOf(parts));
    }

    @Override
    public int compareTo(MigrationVersion other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = parts.get(i).compareTo(other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MigrationVersion that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
