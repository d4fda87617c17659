package dev.migratedb.internal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one object that a statement makes or drops, so that the catalog can tell whether it has.
 *
 * @param action what it does
 * @param kind of the object
 * @param name of the object, or of the table that a column or an index belongs to
 * @param part the column or index, where the name is that of its table; else null
 */
public record StatementSubject(
        Action action, Kind kind, Name name, @Nullable Identifier part) {

    /** What a statement does. */
    public enum Action {
        CREATES,
        DROPS,
        /** Something that may be done twice: it has the same outcome. */
        REPEATS
    }

    /** What it does it to. */
    public enum Kind {
        TABLE,
        VIEW,
        INDEX,
        SEQUENCE,
        SCHEMA,
        /** A schema, where the two are the same. */
        DATABASE,
        COLUMN,
        NONE
    }

    /**
     * A name as it stands in the statement.
     *
     * @param text without quotes
     * @param quoted whether it had some
     */
    public record Identifier(String text, boolean quoted) {}

    /**
     * An object.
     *
     * @param schema null where the name does not say
     * @param object its own name
     */
    public record Name(@Nullable Identifier schema, Identifier object) {}

    private static final Set<String> REPEATABLE = Set.of("GRANT", "REVOKE", "COMMENT", "ANALYZE", "VACUUM", "REFRESH");

    private static final Set<String> BEFORE_KIND = Set.of(
            "UNIQUE",
            "SPATIAL",
            "FULLTEXT",
            "TEMP",
            "TEMPORARY",
            "GLOBAL",
            "LOCAL",
            "CACHED",
            "MEMORY",
            "UNLOGGED",
            "ONLINE");

    private static final Set<String> TEMPORARY = Set.of("TEMP", "TEMPORARY");

    /** As {@link #of(SqlStatement)}, from the beginning of its text. */
    public static Optional<StatementSubject> of(String beginning) {
        return new Parser(Words.of(beginning)).parse();
    }

    /** What a statement is about; empty where it is not about one object, or that cannot be told from its text. */
    public static Optional<StatementSubject> of(SqlStatement statement) {
        return new Parser(Words.of(statement.bare())).parse();
    }

    private static final class Parser {

        private final List<Words.Word> words;
        private int next;

        Parser(List<Words.Word> words) {
            this.words = words;
        }

        Optional<StatementSubject> parse() {
            if (words.isEmpty()) {
                return Optional.empty();
            }
            String first = keyword();
            next++;
            if (REPEATABLE.contains(first)) {
                return repeats();
            }
            return switch (first) {
                case "CREATE" -> create();
                case "DROP" -> drop();
                case "ALTER" -> alter();
                case "RENAME" -> take("TABLE") ? rename(name()) : Optional.empty();
                default -> Optional.empty();
            };
        }

        private Optional<StatementSubject> create() {
            if (take("OR") && take("REPLACE")) {
                return mentions("SELECT") && mentions("TABLE") ? Optional.empty() : repeats();
            }
            boolean temporary = false;
            while (BEFORE_KIND.contains(keyword())) {
                temporary |= TEMPORARY.contains(keyword());
                next++;
            }
            Kind kind = kind();
            if (kind == null || temporary || kind == Kind.TABLE && mentions("SELECT")) {
                // a table may be there without all of its rows
                return Optional.empty();
            }
            boolean concurrently = take("CONCURRENTLY");
            if (take("IF")) {
                if (!concurrently) {
                    return repeats();
                }
                // an index that is there may be invalid
                next += 2;
            }
            return kind == Kind.INDEX && keyword().equals("ON") ? Optional.empty() : named(Action.CREATES, kind);
        }

        private Optional<StatementSubject> named(Action action, Kind kind) {
            Name name = name();
            if (name == null) {
                return Optional.empty();
            }
            while (kind == Kind.INDEX && next < words.size() && !take("ON")) {
                next++;
            }
            take("ONLY");
            Name table = kind == Kind.INDEX ? name() : null;
            return Optional.of(
                    table == null
                            ? new StatementSubject(action, kind, name, null)
                            : new StatementSubject(action, kind, table, name.object()));
        }

        private Optional<StatementSubject> drop() {
            Kind kind = kind();
            if (kind == null) {
                return Optional.empty();
            }
            take("CONCURRENTLY");
            // H2's and HSQLDB's IF EXISTS stands behind the name
            return mentions("IF") ? repeats() : mentions(",") ? Optional.empty() : named(Action.DROPS, kind);
        }

        private Optional<StatementSubject> alter() {
            if (!take("TABLE") || take("IF") || mentionsOutsideOfParentheses(",")) {
                return Optional.empty();
            }
            take("ONLY");
            Name table = name();
            if (table == null) {
                return Optional.empty();
            }
            if (take("RENAME")) {
                return keyword().equals("TO") ? rename(table) : Optional.empty();
            }
            boolean adds = keyword().equals("ADD");
            if (!adds && !keyword().equals("DROP")) {
                return Optional.empty();
            }
            next++;
            if (!take("COLUMN") || take("IF")) {
                return Optional.empty();
            }
            Identifier column = identifier();
            return column == null
                    ? Optional.empty()
                    : Optional.of(
                            new StatementSubject(adds ? Action.CREATES : Action.DROPS, Kind.COLUMN, table, column));
        }

        private Optional<StatementSubject> rename(@Nullable Name table) {
            if (table == null || !take("TO") || mentions(",")) {
                return Optional.empty();
            }
            Name renamed = name();
            if (renamed == null) {
                return Optional.empty();
            }
            Identifier schema = renamed.schema() == null ? table.schema() : renamed.schema();
            return Optional.of(
                    new StatementSubject(Action.CREATES, Kind.TABLE, new Name(schema, renamed.object()), null));
        }

        private static Optional<StatementSubject> repeats() {
            return Optional.of(
                    new StatementSubject(Action.REPEATS, Kind.NONE, new Name(null, new Identifier("", false)), null));
        }

        private @Nullable Kind kind() {
            Kind kind = switch (keyword()) {
                case "TABLE" -> Kind.TABLE;
                case "VIEW" -> Kind.VIEW;
                case "INDEX" -> Kind.INDEX;
                case "SEQUENCE" -> Kind.SEQUENCE;
                case "SCHEMA" -> Kind.SCHEMA;
                case "DATABASE" -> Kind.DATABASE;
                default -> null;
            };
            next++;
            return kind;
        }

        private @Nullable Name name() {
            List<Identifier> parts = new ArrayList<>();
            Identifier part = identifier();
            while (part != null) {
                parts.add(part);
                part = take(".") ? identifier() : null;
            }
            int size = parts.size();
            return size == 0 ? null : new Name(size == 1 ? null : parts.get(size - 2), parts.get(size - 1));
        }

        private @Nullable Identifier identifier() {
            if (next >= words.size() || words.get(next).isPunctuation()) {
                return null;
            }
            Words.Word word = words.get(next++);
            return new Identifier(word.text(), word.quoted());
        }

        private String keyword() {
            return next < words.size() && !words.get(next).quoted()
                    ? words.get(next).text().toUpperCase(Locale.ROOT)
                    : "";
        }

        private boolean take(String word) {
            boolean taken = next < words.size() && words.get(next).is(word);
            next += taken ? 1 : 0;
            return taken;
        }

        private boolean mentions(String word) {
            return words.stream().anyMatch(other -> other.is(word));
        }

        private boolean mentionsOutsideOfParentheses(String word) {
            int depth = 0;
            for (Words.Word other : words) {
                depth += other.is("(") ? 1 : other.is(")") ? -1 : 0;
                if (depth == 0 && other.is(word)) {
                    return true;
                }
            }
            return false;
        }
    }
}
