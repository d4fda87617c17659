package dev.migratedb.internal.discovery;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.NamingRules;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads names of files by the rules of the settings. */
final class NameParser {

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed();

    private static final Set<String> SHELL_SUFFIXES = Set.of(".sh", ".bash", ".ps1", ".py", ".cmd", ".bat");

    private final NamingRules rules;
    private final List<String> prefixes;
    private final List<String> suffixes;
    private final NameAdvice advice;

    NameParser(NamingRules rules) {
        this.rules = rules;
        this.prefixes = List.of(rules.versionedPrefix(), rules.repeatablePrefix()).stream()
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
            return notSql(filename);
        }
        int end = filename.length() - suffix.get().length();
        String stem = filename.substring(0, end);
        FileName name = wellFormed(stem);
        if (name instanceof FileName.OfCallback callback && LaterEvents.ALL.contains(callback.event())) {
            return new FileName.OfNothing(
                    "the event '" + callback.event().id() + "' does not occur in this version of MigrateDB", true);
        }
        return name != null ? name : advice.on(stem, filename.substring(end));
    }

    /** A shell script that has a migration's name is one for engines that run those: not to be passed over in silence. */
    private FileName notSql(String filename) {
        int dot = filename.lastIndexOf('.');
        FileName name =
                dot >= 0 && SHELL_SUFFIXES.contains(filename.substring(dot).toLowerCase(Locale.ROOT))
                        ? wellFormed(filename.substring(0, dot))
                        : null;
        return name == null
                ? new FileName.Foreign()
                : new FileName.OfNothing(
                        "shell scripts are not run by this version of MigrateDB", name instanceof FileName.OfCallback);
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
        return version == null ? null : new FileName.OfMigration(MigrationKind.VERSIONED, version, rest.words());
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
