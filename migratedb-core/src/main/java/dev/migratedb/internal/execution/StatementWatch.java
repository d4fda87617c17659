package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.TableLocks;
import dev.migratedb.internal.dialect.TableLocks.Holder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from another thread at statements that take long: asks who holds what they wait for, while they still wait, and cancels
 * those that have run too long. There is no thread before the first statement that has a limit, and none after the run.
 */
final class StatementWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatementWatch.class);

    /** A pool that has no connection to spare must not hold up the run. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    private final Connections connections;
    private @Nullable ScheduledThreadPoolExecutor timer;
    private @Nullable Connection known;
    private long session;

    /** Gives connections beside that of the run. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    /** Has the database give up a statement. */
    @FunctionalInterface
    interface Canceller {
        void cancel() throws SQLException;
    }

    StatementWatch(Connections connections) {
        this.connections = connections;
    }

    /**
     * Begins to look at a statement that is about to run.
     *
     * @param lockLimit how long the database lets it wait for a lock; zero means without limit
     * @param statementLimit how long it may run; null means without limit
     */
    Watched begin(
            Connection connection,
            @Nullable TableLocks locks,
            Duration lockLimit,
            @Nullable Duration statementLimit,
            Canceller canceller)
            throws SQLException {
        Watched watched = new Watched(lockLimit, statementLimit);
        if (locks != null && !lockLimit.isZero()) {
            watched.lookForHolders(locks, session(connection, locks));
        }
        if (statementLimit != null) {
            watched.cancelLater(statementLimit, canceller);
        }
        return watched;
    }

    private long session(Connection connection, TableLocks locks) throws SQLException {
        if (connection != known) {
            session = locks.session(connection);
            known = connection;
        }
        return session;
    }

    private ScheduledThreadPoolExecutor timer() {
        if (timer == null) {
            timer = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "migratedb-watch"));
            timer.setRemoveOnCancelPolicy(true);
        }
        return timer;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    /** A statement that runs. */
    final class Watched implements AutoCloseable {

        private final long begin = System.nanoTime();
        private final Duration lockLimit;
        private final @Nullable Duration statementLimit;
        private @Nullable TableLocks locks;
        private @Nullable Future<?> looks;
        private @Nullable Future<?> cancellation;
        private volatile boolean cancelled;
        private boolean ended;
        private volatile @Nullable Look look;
        private volatile List<Holder> holders = List.of();

        private Watched(Duration lockLimit, @Nullable Duration statementLimit) {
            this.lockLimit = lockLimit;
            this.statementLimit = statementLimit;
        }

        /**
         * Often enough for a look within each wait, since a statement may need several locks, one after the other, and soon
         * enough to get an answer while it waits.
         */
        private void lookForHolders(TableLocks tableLocks, long session) {
            locks = tableLocks;
            long interval = Math.max(1, lockLimit.toMillis() / 2);
            looks = timer().scheduleWithFixedDelay(
                            () -> startLook(tableLocks, session), interval, interval, TimeUnit.MILLISECONDS);
        }

        private void startLook(TableLocks tableLocks, long session) {
            Look before = look;
            if (before == null || before.task().isDone()) {
                Duration waited = Duration.ofNanos(System.nanoTime() - begin);
                FutureTask<Boolean> task = new FutureTask<>(() -> look(tableLocks, session, waited));
                look = new Look(task, System.nanoTime());
                // the timer must not wait for a pool that has no connection
                daemon(task, "migratedb-lock-holders").start();
            }
        }

        private boolean look(TableLocks tableLocks, long session, Duration waited) {
            try (Connection connection = connections.open()) {
                List<Holder> found = tableLocks.holders(connection, session, waited);
                if (!found.isEmpty()) {
                    holders = found;
                }
                return true;
            } catch (SQLException | RuntimeException ex) {
                LOG.debug("It could not be found out who holds the lock that a statement waits for", ex);
                return false;
            }
        }

        private void cancelLater(Duration limit, Canceller canceller) {
            cancellation = timer().schedule(
                            () -> cancel(limit, canceller), Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
        }

        private synchronized void cancel(Duration limit, Canceller canceller) {
            if (ended) {
                return;
            }
            cancelled = true;
            try {
                canceller.cancel();
            } catch (SQLException ex) {
                LOG.warn(
                        "A statement has run for {}, but cannot be cancelled: {}",
                        Overdue.words(limit),
                        ex.getMessage());
            }
        }

        /** Why the statement failed, if that is because of a limit. */
        @Nullable
        Overdue overdue(SQLException failure) {
            Duration limit = statementLimit;
            if (cancelled && limit != null) {
                return new Overdue.Running(limit);
            }
            TableLocks tableLocks = locks;
            // a statement that does not want to wait (NOWAIT) fails alike, but at once
            boolean waited = System.nanoTime() - begin >= lockLimit.toNanos();
            if (tableLocks == null || !waited || !tableLocks.isTimeout(failure)) {
                return null;
            }
            awaitLook();
            List<Holder> found = holders;
            return new Overdue.Lock(
                    lockLimit,
                    1,
                    found,
                    found.stream()
                            .map(holder -> tableLocks.end(holder.session()))
                            .toList());
        }

        private void awaitLook() {
            Look last = look;
            if (last == null) {
                return;
            }
            long left = LONGEST_LOOK.toNanos() - (System.nanoTime() - last.begin());
            try {
                last.task().get(Math.max(0, left), TimeUnit.NANOSECONDS);
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException ex) {
                LOG.debug("There is no connection to ask who holds the lock", ex);
            }
        }

        /** The statement has ended. A cancellation that is under way is waited for: it would else end what is done next. */
        @Override
        public synchronized void close() {
            ended = true;
            if (looks != null) {
                looks.cancel(false);
            }
            if (cancellation != null) {
                cancellation.cancel(false);
            }
            Look last = look;
            if (last != null) {
                last.task().cancel(true);
            }
        }
    }

    /**
     * A question that is under way.
     *
     * @param begin as {@link System#nanoTime()}
     */
    private record Look(FutureTask<Boolean> task, long begin) {}
}
