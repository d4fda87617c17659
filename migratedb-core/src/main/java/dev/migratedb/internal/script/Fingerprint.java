package dev.migratedb.internal.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * By what a statement is known again, in another process and on another day.
 *
 * @param hash of the statement as it is sent, from its first token on and whatever its lines end with
 * @param excerpt its beginning as it is written in the file, in one line, so that no secret is in it
 */
public record Fingerprint(String hash, String excerpt) {

    private static final int LONGEST_EXCERPT = 200;

    /** The one value that is another one in every run; where it is used, what is written in the file counts. */
    private static final String TIME_OF_RUN = ":timestamp";

    /** The fingerprint of a statement. */
    public static Fingerprint of(SqlStatement statement) {
        String written = statement.bareSource();
        String text = written.toLowerCase(Locale.ROOT).contains(TIME_OF_RUN) ? written : statement.bare();
        return new Fingerprint(hash(text.replace("\r\n", "\n").stripTrailing()), excerpt(written));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java platform has SHA-256", ex);
        }
    }

    private static String excerpt(String written) {
        String begin = written.substring(0, Math.min(written.length(), 2 * LONGEST_EXCERPT));
        String line = begin.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT - 1) + "…";
    }
}
