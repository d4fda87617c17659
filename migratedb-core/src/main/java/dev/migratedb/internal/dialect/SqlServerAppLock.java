package dev.migratedb.internal.dialect;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/** A lock of an application on SQL Server, owned by a session. Each database has a space of names of its own. */
final class SqlServerAppLock implements AdvisoryLock {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerAppLock.class);

    /** How much of a name the server tells of a lock that is held. */
    private static final int TOLD = 32;

    private final Dialect dialect;
    private final UnaryOperator<String> name;

    private SqlServerAppLock(Dialect dialect, UnaryOperator<String> name) {
        this.dialect = dialect;
        this.name = name;
    }

    /** The lock of this engine. */
    static SqlServerAppLock own(Dialect dialect) {
        return new SqlServerAppLock(dialect, LockNames::hashed);
    }

    /** The lock of Flyway, by Flyway's name. */
    static SqlServerAppLock ofFlyway(Dialect dialect) {
        return new SqlServerAppLock(dialect, LockNames::ofFlyway);
    }

    /** Zero and more mean that it was granted. */
    @Override
    public boolean tryLock(JdbcOperations jdbc, TableName history) {
        return result(
                        jdbc,
                        "sp_getapplock @Resource = ?, @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 0",
                        history)
                >= 0;
    }

    @Override
    public boolean unlock(JdbcOperations jdbc, TableName history) {
        return result(jdbc, "sp_releaseapplock @Resource = ?, @LockOwner = 'Session'", history) >= 0;
    }

    private int result(JdbcOperations jdbc, String call, TableName history) {
        Integer result = jdbc.queryForObject(
                "SET NOCOUNT ON; DECLARE @result INT; EXEC @result = " + call + "; SELECT @result",
                Integer.class,
                lockName(jdbc, history));
        return result == null ? -1 : result;
    }

    /** Only users who may see the state of the server learn of it. */
    @Override
    public @Nullable String holder(JdbcOperations jdbc, TableName history) {
        String name = lockName(jdbc, history);
        try {
            List<String> holders = jdbc.query(
                    """
                    SELECT CONCAT('session ', l.request_session_id, ' (user ', s.login_name, ', program ', s.program_name,
                      ', host ', s.host_name, ', connected since ', CONVERT(VARCHAR(19), s.login_time, 120), ')')
                    FROM sys.dm_tran_locks l LEFT JOIN sys.dm_exec_sessions s ON s.session_id = l.request_session_id
                    WHERE l.resource_type = 'APPLICATION' AND l.request_status = 'GRANT'
                      AND l.resource_database_id = DB_ID() AND CHARINDEX(?, l.resource_description) > 0
                    """, (row, number) -> row.getString(1), name.substring(0, Math.min(TOLD, name.length())));
            return holders.isEmpty() ? null : holders.get(0);
        } catch (DataAccessException ex) {
            LOG.debug("The user is not allowed to see who holds a lock", ex);
            return null;
        }
    }

    private String lockName(JdbcOperations jdbc, TableName history) {
        String database = String.valueOf(jdbc.queryForObject("SELECT DB_NAME()", String.class));
        return lockName(database, history);
    }

    String lockName(String database, TableName history) {
        return name.apply(dialect.quote(database) + "." + dialect.quote(history));
    }
}
