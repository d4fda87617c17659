package dev.migratedb.internal.history;

import org.jspecify.annotations.Nullable;

/** Text in characters that come through every encoding that a script may choose for its session. */
final class Ascii {

    private static final char ESCAPE = '\\';
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private Ascii() {}

    static String encoded(String text) {
        return encoded(text, Integer.MAX_VALUE);
    }

    /**
     * Encodes a text.
     *
     * @param longest what is beyond this length is left out
     */
    static String encoded(String text, int longest) {
        StringBuilder encoded = new StringBuilder();
        for (char character : text.toCharArray()) {
            boolean plain = character >= ' ' && character <= '~' && character != ESCAPE;
            String next = plain ? String.valueOf(character) : "\\%04x".formatted((int) character);
            if (encoded.length() + next.length() > longest) {
                break;
            }
            encoded.append(next);
        }
        return encoded.toString();
    }

    static String decoded(@Nullable String encoded) {
        if (encoded == null || encoded.indexOf(ESCAPE) < 0) {
            return encoded == null ? "" : encoded;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < encoded.length(); i++) {
            char character = encoded.charAt(i);
            if (character == ESCAPE && i + HEX_DIGITS < encoded.length()) {
                text.append((char) Integer.parseInt(encoded.substring(i + 1, i + 1 + HEX_DIGITS), HEX));
                i += HEX_DIGITS;
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }
}
