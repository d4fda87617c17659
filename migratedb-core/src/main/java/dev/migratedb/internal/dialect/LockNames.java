package dev.migratedb.internal.dialect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of locks that stand for a table. */
final class LockNames {

    private static final int BYTES_OF_NAME = 24;

    private LockNames() {}

    /**
     * The name of the own lock, which is short however long the name of the table is.
     *
     * @param table quoted, with all that tells it from others
     */
    static String hashed(String table) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(table.getBytes(StandardCharsets.UTF_8));
            return "migratedb-" + HexFormat.of().formatHex(hash, 0, BYTES_OF_NAME);
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java platform has SHA-256", ex);
        }
    }

    /**
     * The name that Flyway gives its lock.
     *
     * @param table quoted as Flyway does
     */
    static String ofFlyway(String table) {
        return "Flyway-" + table.hashCode();
    }
}
