package dev.migratedb.internal.script;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of a script up to the next placeholder, and then the placeholder, and so on. It replaces nothing itself, because only
 * its reader knows whether a placeholder stands in a comment.
 */
final class ScriptInput {

    static final int BUFFER_SIZE = 16 * 1024;

    /** How far behind its prefix a placeholder must end; more is a mistake, and must not fill the memory. */
    private static final int REACH = 1000;

    private final Reader reader;
    private final @Nullable Placeholders placeholders;
    private final String filename;
    private final String prefix;
    private final String suffix;
    private final boolean escapes;
    private final DollarTag tag = new DollarTag();
    private char[] raw;
    private int position;
    private int limit;
    private int plain;
    private @Nullable Placeholder found;

    /**
     * Creates the input.
     *
     * @param placeholders null where none are replaced
     */
    ScriptInput(Reader reader, @Nullable Placeholders placeholders, String filename) {
        this(reader, placeholders, filename, BUFFER_SIZE);
    }

    ScriptInput(Reader reader, @Nullable Placeholders placeholders, String filename, int bufferSize) {
        this.reader = reader;
        this.placeholders = placeholders;
        this.filename = filename;
        this.prefix = placeholders == null ? "" : placeholders.settings().prefix();
        this.suffix = placeholders == null ? "" : placeholders.settings().suffix();
        this.escapes = canEscape(prefix);
        this.raw = new char[placeholders == null ? 0 : bufferSize];
    }

    /** Whether a placeholder with this prefix can be written as text, by one more dollar before it. */
    static boolean canEscape(String prefix) {
        return prefix.length() > 1 && prefix.charAt(0) == '$' && prefix.charAt(1) != '$';
    }

    boolean keepsUnknown() {
        return placeholders == null || placeholders.keepUnknown();
    }

    /**
     * Hands out text.
     *
     * @param room at least 1
     * @return how many characters; 0 where a {@link #placeholder()} is next, -1 at the end
     */
    int read(char[] target, int offset, int room) throws IOException {
        if (placeholders == null) {
            return reader.read(target, offset, room);
        }
        if (position == limit && !readMore()) {
            return -1;
        }
        if (plain == 0) {
            plain = lengthOfPlainText(placeholders);
        }
        return plain == 0 ? 0 : hand(target, offset, Math.min(plain, room));
    }

    /**
     * Hands out text without regard to placeholders, otherwise as {@link #read}. Where they are replaced in what follows, it
     * never hands out more than one line, so that nobody holds more of it than is wanted.
     */
    int readRaw(char[] target, int offset, int room) throws IOException {
        if (placeholders == null) {
            return reader.read(target, offset, room);
        }
        if (position == limit && !readMore()) {
            return -1;
        }
        int most = Math.min(limit - position, room);
        int count = 0;
        while (count < most) {
            char c = raw[position + count++];
            if (c == '\n' || c == '\r') {
                break;
            }
        }
        return hand(target, offset, count);
    }

    /** What is next, after {@link #read} has returned 0. */
    Placeholder placeholder() {
        if (found == null) {
            throw new IllegalStateException("There is no placeholder at this place");
        }
        return found;
    }

    /** Makes the {@link #placeholder()} the next text. */
    void keepPlaceholder() {
        plain = placeholder().source().length();
        found = null;
    }

    /** Goes on behind the {@link #placeholder()}. */
    void dropPlaceholder() {
        position += placeholder().source().length();
        tag.interrupt();
        found = null;
    }

    /** The problem with a {@link #placeholder()} that has no value; without a place. */
    ScriptProblem problem() {
        if (placeholders == null) {
            throw new IllegalStateException("No placeholders are replaced");
        }
        return placeholders.problem(placeholder());
    }

    private int hand(char[] target, int offset, int count) {
        System.arraycopy(raw, position, target, offset, count);
        if (escapes) {
            tag.follow(raw, position, count);
        }
        position += count;
        plain = Math.max(0, plain - count);
        found = null;
        return count;
    }

    /** How many of the next characters are surely no placeholder; 0 after one was found at once. */
    private int lengthOfPlainText(Placeholders values) throws IOException {
        char first = prefix.charAt(0);
        char[] chars = raw;
        int end = limit;
        int at = position;
        while (at < end && (chars[at] != first || isSurelyNone(at))) {
            at++;
        }
        if (at > position) {
            return at - position;
        }
        int dollars = 1;
        if (escapes) {
            while (dollars < REACH && charAt(dollars) == '$') {
                dollars++;
            }
        }
        if (!follows(prefix, dollars - 1)) {
            return dollars;
        }
        if (dollars > 1 && tag.isOpen()) {
            return 1;
        }
        if (dollars > 2) {
            return dollars % 2 == 1 ? dollars - 1 : dollars - 2;
        }
        return match(values, dollars == 2);
    }

    /** Spares most dollars of a text the closer look; sure only while the next character is at hand. */
    private boolean isSurelyNone(int at) {
        if (prefix.length() == 1 || at + 1 == limit) {
            return false;
        }
        char next = raw[at + 1];
        return next != prefix.charAt(1) && !(escapes && next == '$');
    }

    private int match(Placeholders values, boolean escaped) throws IOException {
        int begin = prefix.length() + (escaped ? 1 : 0);
        int end = begin;
        boolean wordLike = true;
        while (!follows(suffix, end)) {
            int c = charAt(end);
            if (c < 0 || c == '\n' || c == '\r' || end - begin == REACH) {
                end = -1;
                break;
            }
            wordLike &= Character.isLetterOrDigit(c) || "_-.:".indexOf(c) >= 0;
            end++;
        }
        if (escaped && (end < 0 || !wordLike)) {
            return begin;
        }
        if (end < 0) {
            found = new Placeholder(prefix, null, null);
            return 0;
        }
        String source = new String(raw, position, end + suffix.length());
        String name = source.substring(begin, end);
        found = new Placeholder(source, name, escaped ? source.substring(1) : values.value(name, filename));
        return 0;
    }

    private boolean follows(String text, int ahead) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (charAt(ahead + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int charAt(int ahead) throws IOException {
        while (position + ahead >= limit) {
            if (!readMore()) {
                return -1;
            }
        }
        return raw[position + ahead];
    }

    private boolean readMore() throws IOException {
        if (position > 0) {
            System.arraycopy(raw, position, raw, 0, limit - position);
            limit -= position;
            position = 0;
        }
        if (limit == raw.length) {
            raw = Arrays.copyOf(raw, raw.length * 2);
        }
        int count = reader.read(raw, limit, raw.length - limit);
        limit += Math.max(0, count);
        return count >= 0;
    }
}
