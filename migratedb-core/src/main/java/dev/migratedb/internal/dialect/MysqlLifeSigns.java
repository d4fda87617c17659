package dev.migratedb.internal.dialect;

import com.mysql.cj.MysqlConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.util.ClassUtils;

/**
 * Named locks as signs of life. Their names hold the number of the session that holds the lock of the run, which a server gives
 * to no other one, so that a sign tells of that session and of no earlier or later one.
 */
final class MysqlLifeSigns implements LifeSigns {

    private static final int NO_SUCH_SESSION = 1094;
    private static final String PREFIX = "migratedb-alive-";

    /** A lock can be taken several times by one session, and would then have to be given back as often. */
    private static final String SHOW = """
            SELECT IF(IS_USED_LOCK(?) <=> ? AND CONNECTION_ID() = ?,
              IF(IS_USED_LOCK(?) <=> CONNECTION_ID(), 1, GET_LOCK(?, 0)), NULL)
            """;

    /** One statement, so that the signs are those of the holder at that moment. */
    private static final String LOOK = "SELECT CONNECTION_ID(), COALESCE(l.id, 0), " + isUsed(0) + " + " + isUsed(1)
            + " FROM (SELECT IS_USED_LOCK(?) AS id) l";

    private final Function<TableName, String> lockName;

    /**
     * Creates it.
     *
     * @param lockName the name of the lock of a run
     */
    MysqlLifeSigns(Function<TableName, String> lockName) {
        this.lockName = lockName;
    }

    private static String isUsed(int sign) {
        return "(IS_USED_LOCK(CONCAT('" + PREFIX + "', COALESCE(l.id, 0), '-" + sign + "')) IS NOT NULL)";
    }

    static String name(long holder, int sign) {
        return PREFIX + holder + "-" + sign;
    }

    @Override
    public long greeted(Connection connection) throws SQLException {
        long number = Drivers.MARIADB ? Mariadb.session(connection) : 0;
        return number == 0 && Drivers.MYSQL ? Mysql.session(connection) : number;
    }

    @Override
    public @Nullable Boolean show(JdbcOperations idle, long greeted, TableName history, long holder, int sign) {
        String name = name(holder, sign);
        return idle.query(
                SHOW, row -> row.next() ? truth(row) : null, lockName.apply(history), holder, greeted, name, name);
    }

    private static @Nullable Boolean truth(ResultSet row) throws SQLException {
        int value = row.getInt(1);
        return row.wasNull() ? null : value == 1;
    }

    @Override
    public void hide(JdbcOperations idle, long holder, int sign) {
        idle.queryForObject("SELECT RELEASE_LOCK(?)", Integer.class, name(holder, sign));
    }

    @Override
    public Sight look(JdbcOperations waiter, TableName history) {
        return Objects.requireNonNull(waiter.queryForObject(
                LOOK,
                (row, number) -> new Sight(row.getLong(1), row.getLong(2), row.getInt(3)),
                lockName.apply(history)));
    }

    /** A number cannot be a parameter there. */
    @Override
    public void end(JdbcOperations waiter, long session) {
        try {
            waiter.execute("KILL CONNECTION " + session);
        } catch (DataAccessException ex) {
            if (!(ex.getMostSpecificCause() instanceof SQLException failure)
                    || failure.getErrorCode() != NO_SUCH_SESSION) {
                throw ex;
            }
        }
    }

    /** Which drivers there are: the name of a class that is missing must not be reached. */
    private static final class Drivers {

        static final boolean MARIADB = isPresent("org.mariadb.jdbc.Connection");
        static final boolean MYSQL = isPresent("com.mysql.cj.MysqlConnection");

        private static boolean isPresent(String name) {
            return ClassUtils.isPresent(name, MysqlLifeSigns.class.getClassLoader());
        }
    }

    private static final class Mariadb {

        static long session(Connection connection) throws SQLException {
            return connection.isWrapperFor(org.mariadb.jdbc.Connection.class)
                    ? connection.unwrap(org.mariadb.jdbc.Connection.class).getThreadId()
                    : 0;
        }
    }

    private static final class Mysql {

        static long session(Connection connection) throws SQLException {
            return connection.isWrapperFor(MysqlConnection.class)
                    ? connection.unwrap(MysqlConnection.class).getId()
                    : 0;
        }
    }
}
