package dev.migratedb.samples.quickstart;

import dev.migratedb.samples.quickstart.CoastRepository.Lighthouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A lighthouse as the page shows it: its pattern as a strip, and as steps of an animation.
 *
 * @param lighthouse what the database knows
 */
public record Lamp(Lighthouse lighthouse) {

    public int periodMs() {
        return lighthouse.pattern().milliseconds().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    public List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        double start = 0;
        for (int milliseconds : lighthouse.pattern().milliseconds()) {
            double share = 100.0 * milliseconds / periodMs();
            if (milliseconds > 0) {
                phases.add(new Phase(phases.size() % 2 == 0, start, share));
            }
            start += share;
        }
        return phases;
    }

    /** The body of a CSS keyframes rule, for {@code step-end} timing. */
    public String keyframes() {
        StringBuilder css = new StringBuilder();
        for (Phase phase : phases()) {
            css.append(String.format(Locale.ROOT, "%.3f%% { opacity: %s; } ", phase.start(), phase.lit() ? "1" : "0"));
        }
        return css.toString();
    }

    /**
     * A time in which the light does not change.
     *
     * @param lit or dark
     * @param start in percent of the period
     * @param share in percent of the period
     */
    public record Phase(boolean lit, double start, double share) {

        public String width() {
            return String.format(Locale.ROOT, "width: %.3f%%", share);
        }
    }
}
