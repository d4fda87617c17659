package dev.migratedb.configuration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How runs that compete for one database wait for each other.
 *
 * @param strategy what keeps them apart
 * @param waitTimeout how long to wait; null means as long as the holder lives
 * @param pollInterval how often to ask whether the lock is free; varied a little each time, so that many do not ask at once
 * @param leaseDuration how long a lock that is a row stays valid after its holder's last sign of life; signs of life are
 *     given every third of it
 * @param progressInterval how often to say that the run still waits, or still is at a migration; zero means never
 */
public record LockSettings(
        Strategy strategy,
        @Nullable Duration waitTimeout,
        Duration pollInterval,
        Duration leaseDuration,
        Duration progressInterval) {

    /** What keeps two runs apart. */
    public enum Strategy {
        /** The lock of a session where the database has one that holds, else a lease. */
        AUTO,
        /** The lock of a session, which ends with it; an error where the database has none. */
        SESSION,
        /** A row of a table, with a sign of life. Works everywhere. */
        LEASE,
        /** Nothing: somebody else sees to it that there is one run at a time. */
        NONE
    }

    /**
     * How to wait for what another process does under its lock.
     *
     * @param timeout how long at most; zero means one look
     * @param pollInterval how often to look
     */
    public record Waiting(Duration timeout, Duration pollInterval) {

        public Waiting {
            Settings.notNegative("wait.timeout", timeout);
            Settings.positive("wait.poll-interval", pollInterval);
        }
    }

    /** A lease that is renewed every third of its length needs room for a database that answers slowly; first, since the default needs it. */
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    /** Wait as long as the holder lives. */
    public static final LockSettings DEFAULT = new LockSettings(
            Strategy.AUTO, null, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(10));

    public LockSettings {
        if (waitTimeout != null) {
            Settings.notNegative("lock.wait-timeout", waitTimeout);
        }
        Settings.positive("lock.poll-interval", pollInterval);
        Settings.notNegative("progress-interval", progressInterval);
        if (leaseDuration.compareTo(SHORTEST_LEASE) < 0) {
            throw Settings.wrong(
                    "lock.lease-duration", "must be at least " + SHORTEST_LEASE + ", but is " + leaseDuration);
        }
    }
}
