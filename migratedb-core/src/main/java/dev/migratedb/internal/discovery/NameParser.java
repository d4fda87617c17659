package dev.migratedb.internal.discovery;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.NamingRules;
import dev.migratedb.internal.script.ScriptLanguage;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads names of files by the rules of the settings. */
final class NameParser {

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed();

    private final NamingRules rules;
    private final List<String> prefixes;
    private final List<String> suffixes;
    private final NameAdvice advice;

    NameParser(NamingRules rules) {
        this.rules = rules;
        this.prefixes =
                List.of(rules.versionedPrefix(), rules.repeatablePrefix(), rules.baselinePrefix(), rules.undoPrefix())
                        .stream()
                        .sorted(LONGEST_FIRST)
                        .toList();
        this.suffixes = rules.suffixes().stream().sorted(LONGEST_FIRST).toList();
        this.advice = new NameAdvice(rules, this);
    }

    /** Reads the name of a file, which has no directories. */
    FileName parse(String filename) {
        Optional<String> suffix = suffixes.stream()
                .filter(candidate -> endsWithIgnoringCase(filename, candidate))
                .findFirst();
        if (suffix.isEmpty()) {
            return ScriptLanguage.ofExternal(filename).isPresent() ? parseExternal(filename) : new FileName.Foreign();
        }
        int end = filename.length() - suffix.get().length();
        String stem = filename.substring(0, end);
        FileName name = wellFormed(stem);
        return name != null ? name : advice.on(stem, filename.substring(end));
    }

    /** Other scripts than migrations and callbacks may well be there, so that nothing is said about most of them. */
    private FileName parseExternal(String filename) {
        int end = filename.lastIndexOf('.');
        String stem = filename.substring(0, end);
        FileName name = wellFormed(stem);
        if (name != null) {
            return name;
        }
        boolean meant = prefixes.stream()
                .anyMatch(prefix -> stem.startsWith(prefix)
                        && stem.length() > prefix.length()
                        && Character.isDigit(stem.charAt(prefix.length())));
        return meant ? advice.on(stem, filename.substring(end)) : new FileName.Foreign();
    }

    /** What a file is written in, of which {@link #parse} has said that it counts. */
    ScriptLanguage language(String filename) {
        boolean sql = suffixes.stream().anyMatch(suffix -> endsWithIgnoringCase(filename, suffix));
        return sql ? ScriptLanguage.SQL : ScriptLanguage.ofExternal(filename).orElse(ScriptLanguage.SQL);
    }

    /** What a name without its suffix says; null where it is not in order. */
    @Nullable
    FileName wellFormed(String stem) {
        Divided divided = divide(stem);
        Optional<Event> event = Event.fromId(divided.before());
        if (event.isPresent()) {
            return new FileName.OfCallback(event.get(), divided.words());
        }
        Optional<String> prefix = prefixes.stream().filter(stem::startsWith).findFirst();
        if (prefix.isEmpty()) {
            return null;
        }
        Divided rest = divide(stem.substring(prefix.get().length()));
        if (prefix.get().equals(rules.repeatablePrefix())) {
            boolean complete = rest.before().isEmpty() && !rest.words().isBlank();
            return complete ? new FileName.OfMigration(MigrationKind.REPEATABLE, null, rest.words()) : null;
        }
        MigrationVersion version = version(rest.before());
        return version == null ? null : new FileName.OfMigration(kind(prefix.get()), version, rest.words());
    }

    private MigrationKind kind(String prefix) {
        if (prefix.equals(rules.baselinePrefix())) {
            return MigrationKind.BASELINE;
        }
        return prefix.equals(rules.undoPrefix()) ? MigrationKind.UNDO : MigrationKind.VERSIONED;
    }

    static @Nullable MigrationVersion version(String text) {
        try {
            return MigrationVersion.of(text);
        } catch (IllegalArgumentException ex) {
            return null;
        }
    }

    /** Divides at the first separator. */
    Divided divide(String text) {
        int separator = text.indexOf(rules.separator());
        return separator < 0
                ? new Divided(text, null)
                : new Divided(
                        text.substring(0, separator),
                        text.substring(separator + rules.separator().length()));
    }

    private static boolean endsWithIgnoringCase(String text, String end) {
        return text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
    }

    /** What is before, and what is after the first separator; the latter null where there is none. */
    record Divided(String before, @Nullable String after) {

        String words() {
            return after == null ? "" : after.replace('_', ' ');
        }
    }
}
