package dev.migratedb.internal.dialect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** A named lock of a session. The server has one space of names for all its databases, of 64 characters each. */
final class MysqlNamedLock implements AdvisoryLock {

    private final UnaryOperator<String> name;
    private final Function<TableName, String> quote;
    private final boolean showsLife;

    private MysqlNamedLock(Function<TableName, String> quote, UnaryOperator<String> name, boolean showsLife) {
        this.quote = quote;
        this.name = name;
        this.showsLife = showsLife;
    }

    /**
     * The lock of this engine.
     *
     * @param quote a table with its schema, quoted
     */
    static MysqlNamedLock own(Function<TableName, String> quote) {
        return new MysqlNamedLock(quote, LockNames::hashed, true);
    }

    /**
     * The lock of Flyway, by Flyway's name. Flyway shows no signs of life.
     *
     * @param quote a table with its schema, quoted
     */
    static MysqlNamedLock ofFlyway(Function<TableName, String> quote) {
        return new MysqlNamedLock(quote, LockNames::ofFlyway, false);
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
                SELECT CONCAT('process ', l.id, COALESCE(CONCAT(' (user ', p.user, ', host ', p.host,
                  COALESCE(CONCAT(', runs since ', p.time, ' s: ', p.info), CONCAT(', idle since ', p.time, ' s')), ')'), ''))
                FROM (SELECT IS_USED_LOCK(?) AS id) l LEFT JOIN information_schema.processlist p ON p.id = l.id
                WHERE l.id IS NOT NULL
                """, (row, number) -> row.getString(1), lockName(history));
        return holders.isEmpty() ? null : holders.get(0);
    }

    @Override
    public Optional<LifeSigns> lifeSigns() {
        return showsLife ? Optional.of(new MysqlLifeSigns(this::lockName)) : Optional.empty();
    }

    String lockName(TableName history) {
        return name.apply(quote.apply(history));
    }
}
