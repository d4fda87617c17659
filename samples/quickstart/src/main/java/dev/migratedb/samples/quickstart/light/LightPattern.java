package dev.migratedb.samples.quickstart.light;

import java.util.List;

/**
 * One period of a light.
 *
 * @param colour W, R, G or Y
 * @param milliseconds in turn lit and dark, beginning with lit
 */
public record LightPattern(String colour, List<Integer> milliseconds) {

    public LightPattern {
        milliseconds = List.copyOf(milliseconds);
        if (milliseconds.isEmpty() || milliseconds.size() % 2 != 0) {
            throw new IllegalArgumentException("A pattern is made of pairs, lit and dark: " + milliseconds);
        }
    }
}
