package dev.migratedb.internal.history;

import dev.migratedb.configuration.LockSettings;
import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A lock that is a row: who holds it, the last sign of life, and a fencing number that grows with every holder and is
 * checked inside of every statement that writes the history. A holder that stood still for longer than the lease can
 * therefore record nothing. All times are the database's.
 */
public final class LeaseRunLock implements RunLock {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.lock");

    private final JdbcOperations jdbc;
    private final Dialect dialect;
    private final LockSettings settings;
    private final TableName name;
    private final String table;
    private final String owner = owner();
    private final @Nullable Heartbeat heartbeat;
    private boolean prepared;
    private long fencing;

    /**
     * Creates the lock.
     *
     * @param jdbc on the work connection, in autocommit while the lock is taken and given back
     * @param heartbeats opens the second connection that a lease needs when a run is long; null where the database is private
     *     to the work connection
     */
    public LeaseRunLock(
            JdbcOperations jdbc,
            Dialect dialect,
            TableName history,
            LockSettings settings,
            @Nullable ConnectionSource heartbeats) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.settings = settings;
        this.name = history.withSuffix(TABLE_SUFFIX);
        this.table = dialect.quote(name);
        this.heartbeat = heartbeats == null ? null : new Heartbeat(heartbeats, settings.leaseDuration(), this::renew);
    }

    @Override
    public void acquire() {
        new LockWait(settings).until(this::takeIfFree, this::holder);
        if (heartbeat != null) {
            heartbeat.start();
        }
    }

    private void createTable() {
        jdbc.execute(dialect.createLeaseTable(name));
        try {
            jdbc.update("INSERT INTO " + table + " (\"id\", \"fencing\") SELECT 1, 0" + dialect.fromNothing()
                    + " WHERE NOT EXISTS (SELECT 1 FROM " + table + " WHERE \"id\" = 1)");
        } catch (DataIntegrityViolationException ex) {
            LOG.debug("Another run has just made the row of the lock");
        }
    }

    private boolean takeIfFree() {
        try {
            if (!prepared) {
                createTable();
                prepared = true;
            }
            return take();
        } catch (DataAccessException ex) {
            if (HistoryTable.isMissing(dialect, name.table(), ex)) {
                // the table goes with its last holder where that one has cleaned the schema
                prepared = false;
            } else if (!HistoryTable.isBusy(dialect, ex)) {
                throw ex;
            }
            return false;
        }
    }

    private boolean take() {
        int taken = jdbc.update(
                "UPDATE " + table
                        + " SET \"owner\" = ?, \"fencing\" = \"fencing\" + 1, \"acquired_at\" = " + dialect.leaseTime()
                        + ", \"heartbeat_at\" = " + dialect.leaseTime()
                        + " WHERE \"id\" = 1 AND (\"owner\" IS NULL OR \"heartbeat_at\" < " + dialect.leaseTimeAgo()
                        + ")",
                owner,
                seconds());
        if (taken == 0) {
            return false;
        }
        Long number = jdbc.queryForObject(
                "SELECT \"fencing\" FROM " + table + " WHERE \"id\" = 1 AND \"owner\" = ?", Long.class, owner);
        if (number == null) {
            return false;
        }
        fencing = number;
        return true;
    }

    private String seconds() {
        return settings.leaseDuration().toSeconds() + "."
                + "%03d".formatted(settings.leaseDuration().toMillisPart());
    }

    private boolean renew(JdbcOperations second) {
        try {
            return renewOn(second);
        } catch (DataAccessException ex) {
            if (HistoryTable.isBusy(dialect, ex)) {
                LOG.debug("The run itself is writing, which keeps others out as well", ex);
                return true;
            }
            throw ex;
        }
    }

    private boolean renewOn(JdbcOperations connection) {
        return connection.update(
                        "UPDATE " + table + " SET \"heartbeat_at\" = " + dialect.leaseTime() + " WHERE " + heldBy(),
                        owner,
                        fencing)
                == 1;
    }

    @Override
    public void confirm() {
        // no sign of life gets through while this run is the only writer, so it is given by what the run writes
        if (dialect.hasOneWriter() && !renewOn(jdbc)) {
            throw lost();
        }
    }

    private @Nullable String holder() {
        try {
            List<String> holders = jdbc.query(
                    "SELECT \"owner\" || ', since ' || \"acquired_at\" FROM " + table + " WHERE \"owner\" IS NOT NULL",
                    (row, number) -> row.getString(1));
            return holders.isEmpty() ? null : holders.get(0);
        } catch (DataAccessException ex) {
            if (HistoryTable.isMissing(dialect, name.table(), ex) || HistoryTable.isBusy(dialect, ex)) {
                return null;
            }
            throw ex;
        }
    }

    @Override
    public boolean release() {
        if (heartbeat != null) {
            heartbeat.stop();
        }
        try {
            jdbc.update("UPDATE " + table + " SET \"owner\" = NULL WHERE " + heldBy(), owner, fencing);
        } catch (DataAccessException ex) {
            LOG.warn(
                    "The lock could not be given back. It ends by itself in {} s at the latest; until then other runs wait.",
                    settings.leaseDuration().toSeconds(),
                    ex);
        }
        return true;
    }

    /** Dropping the table is what gives the lock back: between an update and a drop another run might take it. */
    @Override
    public boolean dispose() {
        if (heartbeat != null) {
            heartbeat.stop();
        }
        Integer held = jdbc.queryForObject(
                "SELECT COUNT(*) FROM " + table + " WHERE " + heldBy(), Integer.class, owner, fencing);
        if (held == null || held == 0) {
            throw lost();
        }
        jdbc.execute("DROP TABLE " + table);
        return true;
    }

    @Override
    public Condition condition() {
        return new Condition("EXISTS (SELECT 1 FROM " + table + " WHERE " + heldBy() + ")", List.of(owner, fencing));
    }

    private static String heldBy() {
        return "\"id\" = 1 AND \"owner\" = ? AND \"fencing\" = ?";
    }

    @Override
    public MigrateDbException lost() {
        return new MigrateDbException(
                ErrorCode.LEASE_LOST,
                "This run has lost its lock: it gave no sign of life for longer than "
                        + settings.leaseDuration().toSeconds()
                        + " s ('migratedb.lock.lease-duration'), and another run may have taken over. The migration that was"
                        + " running is not recorded by this run. Look at what the other run has done, then start again.");
    }

    private static String owner() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException ex) {
            host = "unknown host";
        }
        return "process " + ProcessHandle.current().pid() + " on " + host + ", run " + UUID.randomUUID();
    }
}
