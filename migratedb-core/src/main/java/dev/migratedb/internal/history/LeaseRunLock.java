package dev.migratedb.internal.history;

import dev.migratedb.configuration.LockSettings;
import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
    private final LockWait wait;
    private final TableName name;
    private final LeaseRow row;
    private final @Nullable Heartbeat heartbeat;
    private boolean prepared;
    private long fencing;
    private volatile @Nullable String doing;

    /**
     * Creates the lock.
     *
     * @param jdbc on the work connection, in autocommit while the lock is taken and given back
     * @param wait for the lock
     * @param heartbeats opens the second connection that a lease needs when a run is long; null where the database is private
     *     to the work connection
     */
    public LeaseRunLock(
            JdbcOperations jdbc,
            Dialect dialect,
            TableName history,
            LockSettings settings,
            LockWait wait,
            @Nullable ConnectionSource heartbeats) {
        this.name = history.withSuffix(TABLE_SUFFIX);
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.settings = settings;
        this.wait = wait;
        this.row = new LeaseRow(dialect, name, thisRun(), settings.leaseDuration());
        this.heartbeat = heartbeats == null ? null : new Heartbeat(heartbeats, settings.leaseDuration(), this::renew);
    }

    @Override
    public void acquire() {
        wait.until(this::takeIfFree, this::owner);
        if (heartbeat != null) {
            heartbeat.start();
        }
    }

    private void createTable() {
        try {
            row.createTable(jdbc);
        } catch (DataAccessException ex) {
            // IF NOT EXISTS is no promise on PostgreSQL: of two at once, one may fail by the name of the type of the
            // table
            if (!dialect.tableExists(jdbc, name)) {
                throw ex;
            }
            LOG.debug("Another run has just made the table of the lock");
        }
        try {
            row.insert(jdbc);
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
        Long number = row.take(jdbc) ? row.fencing(jdbc) : null;
        if (number == null) {
            return false;
        }
        fencing = number;
        return true;
    }

    private boolean renew(JdbcOperations second) {
        try {
            return row.renew(second, fencing, doing);
        } catch (DataAccessException ex) {
            if (HistoryTable.isBusy(dialect, ex)) {
                LOG.debug("The run itself is writing, which keeps others out as well", ex);
                return true;
            }
            throw ex;
        }
    }

    /** Told to those who wait with the next sign of life: a statement for each migration would be paid by all runs. */
    @Override
    public void doing(String what) {
        doing = what;
    }

    @Override
    public void confirm() {
        // no sign of life gets through while this run is the only writer, so it is given by what the run writes
        if (dialect.hasOneWriter() && !row.renew(jdbc, fencing, doing)) {
            throw lost();
        }
    }

    /** Asks first whether there is a table: that there is none is an error in the log of the server. */
    @Override
    public @Nullable String holder() {
        return dialect.tableExists(jdbc, name) ? wait.shown(owner()) : null;
    }

    private @Nullable String owner() {
        try {
            return row.holder(jdbc);
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
            row.release(jdbc, fencing);
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
        if (!row.isHeld(jdbc, fencing)) {
            throw lost();
        }
        row.dropTable(jdbc);
        return true;
    }

    @Override
    public Condition condition() {
        return row.condition(fencing);
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

    private static String thisRun() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException ex) {
            host = "unknown host";
        }
        return "process " + ProcessHandle.current().pid() + " on " + host + ", run " + UUID.randomUUID();
    }
}
