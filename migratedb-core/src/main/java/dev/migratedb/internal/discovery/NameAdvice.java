package dev.migratedb.internal.discovery;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.NamingRules;
import dev.migratedb.internal.discovery.FileName.OfNothing;
import dev.migratedb.internal.discovery.NameParser.Divided;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses what the name of a SQL file was meant to be, and says how to get there. */
final class NameAdvice {

    private static final Pattern LEADING_VERSION = Pattern.compile("(-?\\d+(?:[._]\\d+)*)(.*)");
    private static final Pattern LEADING_EVENT = Pattern.compile("((?i:before|after|create)[a-zA-Z]+)(.*)");
    private static final Pattern LIKE_AN_EVENT = Pattern.compile("(before|after)[A-Z].*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("^[\\s._-]+");

    private final NamingRules rules;
    private final NameParser parser;

    NameAdvice(NamingRules rules, NameParser parser) {
        this.rules = rules;
        this.parser = parser;
    }

    /** What to say about a file whose name is not in order. */
    OfNothing on(String stem, String suffix) {
        for (String prefix : versionedPrefixes()) {
            if (stem.startsWith(prefix)) {
                Optional<String> advice = onVersioned(prefix, stem.substring(prefix.length()), suffix);
                if (advice.isPresent()) {
                    return new OfNothing(advice.get(), false);
                }
            }
        }
        if (stem.startsWith(rules.repeatablePrefix())) {
            Optional<String> advice =
                    onRepeatable(stem.substring(rules.repeatablePrefix().length()), suffix);
            if (advice.isPresent()) {
                return new OfNothing(advice.get(), false);
            }
        }
        return onCase(stem, suffix)
                .map(advice -> new OfNothing(advice, false))
                .or(() -> onEvent(stem, suffix).map(advice -> new OfNothing(advice, true)))
                .orElseGet(() -> new OfNothing(
                        "neither a migration, such as " + versioned(rules.versionedPrefix(), "1", stem, suffix) + " or "
                                + repeatable(stem, suffix) + ", nor a callback, such as " + Event.AFTER_MIGRATE.id()
                                + suffix,
                        false));
    }

    private List<String> versionedPrefixes() {
        return List.of(rules.versionedPrefix(), rules.baselinePrefix(), rules.undoPrefix());
    }

    private Optional<String> onVersioned(String prefix, String rest, String suffix) {
        Divided divided = parser.divide(rest);
        String after = divided.after();
        if (after != null) {
            if (divided.before().isEmpty()) {
                return Optional.of("the version is missing: " + versioned(prefix, "1", after, suffix));
            }
            // a word that merely begins with the prefix was hardly meant to be one
            return Character.isLetter(divided.before().charAt(0))
                    ? Optional.empty()
                    : Optional.of("'" + divided.before()
                            + "' is no version, which consists of digits separated by single" + " dots or underscores: "
                            + versioned(prefix, numbers(divided.before()), after, suffix));
        }
        Matcher matcher = LEADING_VERSION.matcher(rest);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String words = words(matcher.group(2));
        return Optional.of(
                words.isEmpty()
                        ? "a version ends with a digit: " + prefix + matcher.group(1) + suffix + " or "
                                + versioned(prefix, matcher.group(1), "description", suffix)
                        : separatorNeeded() + versioned(prefix, matcher.group(1), words, suffix));
    }

    private Optional<String> onRepeatable(String rest, String suffix) {
        Divided divided = parser.divide(rest);
        if (rest.isEmpty() || (divided.before().isEmpty() && divided.words().isBlank())) {
            return Optional.of("a repeatable migration needs a description: " + repeatable("description", suffix));
        }
        if (divided.after() != null && NameParser.version(divided.before()) != null) {
            return Optional.of("a repeatable migration has no version: " + repeatable(divided.after(), suffix) + ", or "
                    + versioned(rules.versionedPrefix(), divided.before(), divided.after(), suffix)
                    + " for one that runs once");
        }
        String words = words(rest);
        return words.length() == rest.length() || words.isEmpty()
                ? Optional.empty()
                : Optional.of(separatorNeeded() + repeatable(words, suffix));
    }

    private Optional<String> onCase(String stem, String suffix) {
        List<String> prefixes = new ArrayList<>(versionedPrefixes());
        prefixes.add(rules.repeatablePrefix());
        for (String prefix : prefixes) {
            if (stem.regionMatches(true, 0, prefix, 0, prefix.length())) {
                String corrected = prefix + stem.substring(prefix.length());
                if (parser.wellFormed(corrected) != null) {
                    return Optional.of("upper and lower case count: " + corrected + suffix);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> onEvent(String stem, String suffix) {
        Matcher matcher = LEADING_EVENT.matcher(stem);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String written = matcher.group(1);
        String rest = matcher.group(2);
        String description = rest.isEmpty() || words(rest).isEmpty() ? "" : rules.separator() + words(rest);
        return Arrays.stream(Event.values())
                .map(Event::id)
                .filter(id -> id.equalsIgnoreCase(written))
                .findFirst()
                .map(id -> (id.equals(written) ? separatorNeeded() : "upper and lower case count: ")
                        + id
                        + description
                        + suffix)
                .or(() -> LIKE_AN_EVENT.matcher(written).matches()
                        ? Optional.of("there is no event '" + written + "'")
                        : Optional.empty());
    }

    private String separatorNeeded() {
        String separator = rules.separator().equals("__") ? "two underscores are" : "'" + rules.separator() + "' is";
        return separator + " needed before the description: ";
    }

    private String versioned(String prefix, String version, String description, String suffix) {
        return prefix + version + rules.separator() + description + suffix;
    }

    private String repeatable(String description, String suffix) {
        return rules.repeatablePrefix() + rules.separator() + description + suffix;
    }

    private static String words(String text) {
        return BETWEEN_WORDS.matcher(text).replaceFirst("");
    }

    private static String numbers(String text) {
        String numbers = text.replaceAll("\\D+", ".").replaceAll("^\\.|\\.$", "");
        return numbers.isEmpty() ? "1" : numbers;
    }
}
