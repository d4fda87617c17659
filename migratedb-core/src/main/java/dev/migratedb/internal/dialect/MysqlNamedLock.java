package dev.migratedb.internal.dialect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The named lock of a session. The server has one space of names for all databases, of 64 characters each; the name is the
 * hash of the history table's.
 */
final class MysqlNamedLock implements AdvisoryLock {

    private static final int BYTES_OF_NAME = 24;

    private final Dialect dialect;

    MysqlNamedLock(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public boolean tryLock(JdbcOperations jdbc, TableName history) {
        return is(jdbc, "SELECT GET_LOCK(?, 0)", history);
    }

    @Override
    public boolean unlock(JdbcOperations jdbc, TableName history) {
        return is(jdbc, "SELECT RELEASE_LOCK(?)", history);
    }

    private boolean is(JdbcOperations jdbc, String sql, TableName history) {
        return Objects.equals(1, jdbc.queryForObject(sql, Integer.class, lockName(history)));
    }

    /** Users see only their own sessions in the list, unless they have the privilege PROCESS. */
    @Override
    public @Nullable String holder(JdbcOperations jdbc, TableName history) {
        List<String> holders = jdbc.query("""
                SELECT CONCAT('process ', l.id, COALESCE(CONCAT(' (user ', p.user, ', host ', p.host, ')'), ''))
                FROM (SELECT IS_USED_LOCK(?) AS id) l LEFT JOIN information_schema.processlist p ON p.id = l.id
                WHERE l.id IS NOT NULL
                """, (row, number) -> row.getString(1), lockName(history));
        return holders.isEmpty() ? null : holders.get(0);
    }

    String lockName(TableName history) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(dialect.quote(history).getBytes(StandardCharsets.UTF_8));
            return "migratedb-" + HexFormat.of().formatHex(hash, 0, BYTES_OF_NAME);
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java platform has SHA-256", ex);
        }
    }
}
