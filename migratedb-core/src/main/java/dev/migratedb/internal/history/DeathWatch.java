package dev.migratedb.internal.history;

import dev.migratedb.internal.dialect.LifeSigns;
import dev.migratedb.internal.dialect.LifeSigns.Sight;
import dev.migratedb.internal.dialect.TableName;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Watches the signs of life of whoever holds a lock that is waited for, and ends the session of a dead one, which frees the lock.
 * Dead is who has shown all signs, and then none for so long that a living one would have renewed them several times over. One
 * that never showed any is left alone, as is one that stands still: its connections stay.
 */
final class DeathWatch implements LockWait.Attempt {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.lock");

    /** Three times what {@link Pulse} takes to renew what it has lost. */
    static final Duration SILENCE = Duration.ofMillis(750);

    /** A waiter that stood still itself has seen nothing meanwhile. */
    private static final int LOOKS = 4;

    private static final Duration CLOSE_LOOK = Duration.ofMillis(100);

    /** What is ended has something to take back first, which may take long. */
    private static final Duration CLOSE_LOOKS = Duration.ofSeconds(5);

    private final LockWait.Attempt attempt;
    private final JdbcOperations jdbc;
    private final LifeSigns signs;
    private final TableName history;
    private boolean blind;
    private long holder;
    private boolean wasAlive;
    private int silentLooks;
    private long silentSince;
    private boolean ended;

    /**
     * Creates it.
     *
     * @param attempt takes the lock if it is free
     * @param jdbc on the connection that waits, in autocommit
     */
    DeathWatch(LockWait.Attempt attempt, JdbcOperations jdbc, LifeSigns signs, TableName history) {
        this.attempt = attempt;
        this.jdbc = jdbc;
        this.signs = signs;
        this.history = history;
    }

    @Override
    public boolean succeeds() {
        if (attempt.succeeds()) {
            return true;
        }
        if (!blind) {
            look(signs.look(jdbc, history));
        }
        return false;
    }

    private void look(Sight sight) {
        if (isDead(sight, System.nanoTime())) {
            if (sight.own() == greeted()) {
                end(sight.holder());
            } else {
                // a proxy has numbers of its own, by which somebody else's session would end
                blind = true;
            }
        }
    }

    private long greeted() {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<Long>) signs::greeted));
    }

    /** Whether what was seen so far, with this in the end, is the sight of a dead one. True once. */
    boolean isDead(Sight sight, long nanos) {
        if (sight.holder() != holder) {
            holder = sight.holder();
            wasAlive = false;
            silentLooks = 0;
            ended = false;
        }
        wasAlive |= sight.signs() == LifeSigns.COUNT;
        if (sight.signs() > 0 || holder == 0) {
            silentLooks = 0;
        } else if (silentLooks++ == 0) {
            silentSince = nanos;
        }
        boolean dead = wasAlive && !ended && silentLooks >= LOOKS && nanos - silentSince >= SILENCE.toNanos();
        ended |= dead;
        return dead;
    }

    private void end(long session) {
        try {
            signs.end(jdbc, session);
            LOG.warn(
                    "The process that held the lock is dead, which the server has not noticed, since it is busy with a statement"
                            + " of it. Process {} of the server, which runs that statement, was told to end.",
                    session);
        } catch (DataAccessException ex) {
            LOG.warn(
                    "The process that held the lock is dead, which the server has not noticed, since it is busy with a statement"
                            + " of it; this run waits until that ends. Process {} of the server could not be told to end: {}."
                            + " KILL {} by its administrator ends it at once.",
                    session,
                    ex.getMostSpecificCause().getMessage(),
                    session);
        }
    }

    /** Shorter as soon as there is something to see, since all of this is to take less time than a person notices. */
    @Override
    public Duration pause(Duration usual) {
        boolean close =
                wasAlive && !blind && silentLooks > 0 && System.nanoTime() - silentSince < CLOSE_LOOKS.toNanos();
        return close && usual.compareTo(CLOSE_LOOK) > 0 ? CLOSE_LOOK : usual;
    }
}
