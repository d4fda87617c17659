package dev.migratedb.configuration;

import dev.migratedb.migration.MigrationState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A combination of kind and state that validation does not mind.
 *
 * @param kind which migrations
 * @param state in which state
 */
public record IgnorePattern(Kind kind, State state) {

    /** Which migrations a pattern is about. */
    public enum Kind {
        ANY,
        VERSIONED,
        REPEATABLE
    }

    /** Which state a pattern is about. */
    public enum State {
        ANY,
        MISSING,
        PENDING,
        IGNORED,
        FUTURE;

        boolean covers(MigrationState state) {
            return switch (this) {
                case ANY -> true;
                // what a missing migration left behind by failing is in this database, wherever its file may be
                case MISSING -> state == MigrationState.MISSING_SUCCESS;
                case PENDING -> state == MigrationState.PENDING;
                case IGNORED -> state == MigrationState.IGNORED;
                case FUTURE -> state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
            };
        }
    }

    /** {@code *:future}: rows that a newer application wrote. */
    public static final IgnorePattern FUTURE = new IgnorePattern(Kind.ANY, State.FUTURE);

    /** {@code *:pending}: what has not run yet. */
    public static final IgnorePattern PENDING = new IgnorePattern(Kind.ANY, State.PENDING);

    /**
     * Reads a pattern.
     *
     * @param text {@code kind:state}, where kind is {@code *}, {@code versioned} or {@code repeatable}, and state is
     *     {@code *}, {@code missing}, {@code pending}, {@code ignored} or {@code future}
     * @throws dev.migratedb.migration.MigrateDbException if the text is anything else
     */
    public static IgnorePattern parse(String text) {
        String[] parts = text.trim().toUpperCase(Locale.ROOT).split(":", -1);
        try {
            if (parts.length == 2) {
                return new IgnorePattern(
                        Kind.valueOf(parts[0].equals("*") ? "ANY" : parts[0]),
                        State.valueOf(parts[1].equals("*") ? "ANY" : parts[1]));
            }
        } catch (IllegalArgumentException ex) {
            // told below, together with a wrong number of parts
        }
        throw Settings.wrong(
                "ignore-migration-patterns",
                "must consist of kind:state with kind *, versioned or repeatable and state *, missing, pending, ignored"
                        + " or future, but has '" + text + "'");
    }

    /**
     * The patterns in force: {@link #FUTURE} and the given ones, in their order; one that begins with {@code !} takes its
     * pattern away.
     *
     * @throws dev.migratedb.migration.MigrateDbException if a text is no pattern
     */
    public static Set<IgnorePattern> defaultsAnd(List<String> texts) {
        Set<IgnorePattern> patterns = new LinkedHashSet<>(Set.of(FUTURE));
        for (String text : texts) {
            if (text.startsWith("!")) {
                patterns.remove(parse(text.substring(1)));
            } else {
                patterns.add(parse(text));
            }
        }
        return patterns;
    }

    /** Whether the pattern is about a migration in that state. */
    public boolean matches(boolean repeatable, MigrationState migrationState) {
        boolean kindMatches = switch (kind) {
            case ANY -> true;
            case VERSIONED -> !repeatable;
            case REPEATABLE -> repeatable;
        };
        return kindMatches && state.covers(migrationState);
    }
}
