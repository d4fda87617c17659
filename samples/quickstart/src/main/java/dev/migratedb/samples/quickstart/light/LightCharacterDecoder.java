package dev.migratedb.samples.quickstart.light;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Reads the shorthand in which charts describe lights: {@code Fl(2+1) W 20s} shows two white flashes, then one, every 20
 * seconds. Knows fixed (F), flashing (Fl), long flashing (LFl), quick (Q), isophase (Iso), occulting (Oc) and Morse (Mo).
 */
@Component
public class LightCharacterDecoder {

    private static final Pattern FORM = Pattern.compile(
            "(?<rhythm>[A-Za-z]+)(\\((?<group>[0-9+]+|[A-Z])\\))? (?<colour>[WRGY])( (?<seconds>\\d+(\\.\\d)?)s)?");

    private static final Pattern GROUP = Pattern.compile("[1-9](\\+[1-9])*");

    private static final int SHORT = 500;
    private static final int LONG = 2_000;
    private static final int BETWEEN_FLASHES = 1_500;
    private static final int BETWEEN_GROUPS = 4_000;
    private static final int QUICK_PERIOD = 1_000;

    private static final Map<String, String> MORSE = Map.ofEntries(
            Map.entry("A", ".-"),
            Map.entry("B", "-..."),
            Map.entry("C", "-.-."),
            Map.entry("D", "-.."),
            Map.entry("K", "-.-"),
            Map.entry("N", "-."),
            Map.entry("R", ".-."),
            Map.entry("U", "..-"));

    /**
     * The pattern that a character stands for.
     *
     * @throws IllegalArgumentException if the text is no character, or its flashes do not fit into its period
     */
    public LightPattern decode(String character) {
        Matcher parts = FORM.matcher(character);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + character + "' is no light character, such as 'Fl(3) W 15s'");
        }
        int period = parts.group("seconds") == null
                ? QUICK_PERIOD
                : (int) Math.round(Double.parseDouble(parts.group("seconds")) * 1_000);
        String group = parts.group("group") == null ? "1" : parts.group("group");
        List<Integer> pattern = switch (parts.group("rhythm")) {
            case "F" -> List.of(period, 0);
            case "Iso" -> List.of(period / 2, period - period / 2);
            case "Fl" -> closed(flashes(group, SHORT, BETWEEN_FLASHES, character), period, character);
            case "LFl" -> closed(flashes(group, LONG, LONG, character), period, character);
            case "Q" -> closed(flashes(group, SHORT, SHORT, character), period, character);
            case "Mo" -> closed(morse(group, character), period, character);
            // an occulting light is the negative of a flashing one: it goes out for short moments
            case "Oc" -> negative(closed(flashes(group, SHORT * 2, BETWEEN_FLASHES, character), period, character));
            default -> throw new IllegalArgumentException("'" + character + "' has a rhythm that is not known");
        };
        return new LightPattern(parts.group("colour"), pattern);
    }

    /** Flashes and the dark between them, ending with a flash: {@code 2+1} is a group of two, then one. */
    private static List<Integer> flashes(String group, int lit, int dark, String character) {
        if (!GROUP.matcher(group).matches()) {
            throw new IllegalArgumentException("'" + character + "' has a group that is none, such as '3' or '2+1'");
        }
        List<Integer> flashes = new ArrayList<>();
        for (String size : group.split("\\+")) {
            for (int flash = 0; flash < Integer.parseInt(size); flash++) {
                if (!flashes.isEmpty()) {
                    flashes.add(flash == 0 ? BETWEEN_GROUPS : dark);
                }
                flashes.add(lit);
            }
        }
        return flashes;
    }

    private static List<Integer> morse(String letter, String character) {
        String signs = MORSE.get(letter);
        if (signs == null) {
            throw new IllegalArgumentException("'" + character + "' has a letter that no light sends");
        }
        List<Integer> flashes = new ArrayList<>();
        for (int i = 0; i < signs.length(); i++) {
            if (!flashes.isEmpty()) {
                flashes.add(SHORT);
            }
            flashes.add(signs.charAt(i) == '-' ? SHORT * 3 : SHORT);
        }
        return flashes;
    }

    private static List<Integer> closed(List<Integer> flashes, int period, String character) {
        int rest = period - flashes.stream().mapToInt(Integer::intValue).sum();
        if (rest <= 0) {
            throw new IllegalArgumentException("'" + character + "' has flashes that do not fit into its period");
        }
        List<Integer> pattern = new ArrayList<>(flashes);
        pattern.add(rest);
        return pattern;
    }

    private static List<Integer> negative(List<Integer> pattern) {
        int last = pattern.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> pattern.get(i == 0 ? last : i - 1))
                .toList();
    }
}
