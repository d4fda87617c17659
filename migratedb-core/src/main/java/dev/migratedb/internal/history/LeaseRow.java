package dev.migratedb.internal.history;

import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.history.RunLock.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** The row of a lease in SQL. All times are the database's. */
final class LeaseRow {

    private static final int LONGEST_TEXT = 300;

    private final Dialect dialect;
    private final TableName name;
    private final String table;
    private final String owner;
    private final Duration duration;

    /**
     * Describes the row.
     *
     * @param owner who wants it
     * @param duration how long it is valid after the last sign of life
     */
    LeaseRow(Dialect dialect, TableName name, String owner, Duration duration) {
        this.dialect = dialect;
        this.name = name;
        this.table = dialect.quote(name);
        this.owner = shortened(owner);
        this.duration = duration;
    }

    void createTable(JdbcOperations jdbc) {
        jdbc.execute(dialect.createLeaseTable(name));
    }

    void insert(JdbcOperations jdbc) {
        jdbc.update("INSERT INTO " + table + " (" + q("id") + ", " + q("fencing") + ") SELECT 1, 0"
                + dialect.fromNothing() + " WHERE NOT EXISTS (SELECT 1 FROM " + table + " WHERE " + q("id") + " = 1)");
    }

    /** Makes the row that of the owner if nobody has it, or its holder has given no sign of life in time. */
    boolean take(JdbcOperations jdbc) {
        return jdbc.update(
                        "UPDATE " + table + " SET " + q("owner") + " = ?, " + q("fencing") + " = " + q("fencing")
                                + " + 1, " + q("acquired_at") + " = " + dialect.leaseTime() + ", " + q("heartbeat_at")
                                + " = " + dialect.leaseTime() + ", " + q("doing") + " = NULL WHERE " + q("id")
                                + " = 1 AND (" + q("owner") + " IS NULL OR " + q("heartbeat_at") + " < "
                                + dialect.leaseTimeAgo() + ")",
                        owner,
                        duration.toSeconds() + "." + "%03d".formatted(duration.toMillisPart()))
                == 1;
    }

    /** The fencing number of the owner; null if the row is another one's. */
    @Nullable
    Long fencing(JdbcOperations jdbc) {
        List<@Nullable Long> numbers = jdbc.queryForList(
                "SELECT " + q("fencing") + " FROM " + table + " WHERE " + q("id") + " = 1 AND " + q("owner") + " = ?",
                Long.class,
                owner);
        return numbers.isEmpty() ? null : numbers.get(0);
    }

    /**
     * Gives a sign of life.
     *
     * @param doing what the owner does, for those who wait
     * @return false if the row is another one's
     */
    boolean renew(JdbcOperations jdbc, long fencing, @Nullable String doing) {
        return jdbc.update(
                        "UPDATE " + table + " SET " + q("heartbeat_at") + " = " + dialect.leaseTime() + ", "
                                + q("doing") + " = ? WHERE " + held(),
                        doing == null ? null : shortened(doing),
                        owner,
                        fencing)
                == 1;
    }

    boolean isHeld(JdbcOperations jdbc, long fencing) {
        Integer held = jdbc.queryForObject(
                "SELECT COUNT(*) FROM " + table + " WHERE " + held(), Integer.class, owner, fencing);
        return held != null && held > 0;
    }

    void release(JdbcOperations jdbc, long fencing) {
        jdbc.update("UPDATE " + table + " SET " + q("owner") + " = NULL WHERE " + held(), owner, fencing);
    }

    void dropTable(JdbcOperations jdbc) {
        jdbc.execute("DROP TABLE " + table);
    }

    /** Who holds the row, in words; null where nobody does. */
    @Nullable
    String holder(JdbcOperations jdbc) {
        List<String> holders = jdbc.query(
                "SELECT " + q("owner") + ", " + q("acquired_at") + ", " + q("heartbeat_at") + ", " + q("doing")
                        + " FROM " + table + " WHERE " + q("owner") + " IS NOT NULL",
                (row, number) -> {
                    List<String> parts = new ArrayList<>(List.of(
                            row.getString(1), "since " + row.getString(2), "last sign of life " + row.getString(3)));
                    String doing = row.getString(4);
                    if (doing != null) {
                        parts.add("runs " + doing);
                    }
                    return String.join(", ", parts);
                });
        return holders.isEmpty() ? null : holders.get(0);
    }

    Condition condition(long fencing) {
        return new Condition(
                "EXISTS (SELECT 1 FROM " + table + " WHERE " + held() + dialect.keepingRow() + ")",
                List.of(owner, fencing));
    }

    private String held() {
        return q("id") + " = 1 AND " + q("owner") + " = ? AND " + q("fencing") + " = ?";
    }

    private String q(String column) {
        return dialect.quote(column);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 3) + "...";
    }
}
