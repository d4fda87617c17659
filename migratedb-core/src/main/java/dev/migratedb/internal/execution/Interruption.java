package dev.migratedb.internal.execution;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a run from outside, though its thread waits for the database: when that thread is interrupted, which JDBC does not
 * notice, or when the JVM shuts down. The statement is cancelled, and no further one is begun; so the run fails in its usual
 * way, which rolls back and gives the lock back, and for that the JVM waits.
 */
public final class Interruption implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private static final long POLL_MILLIS = 100;

    /** What a run may take to roll back, and to give the lock back, before the JVM ends nevertheless. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** What whoever has called the run may take to tell how it ended, before the JVM does. */
    private static final long MILLIS_TO_TELL = 500;

    private final Thread runner = Thread.currentThread();
    private final Object cancelling = new Object();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Cancellation running;
    private volatile @Nullable Reason reason;
    private volatile boolean told;
    private boolean interrupted;
    private @Nullable Thread hook;

    /** Why a run is stopped. */
    private enum Reason {
        INTERRUPT("the thread of the run was interrupted"),
        SHUTDOWN("the process is being shut down");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    /** Ends what the thread of the run waits for; called by another one. */
    @FunctionalInterface
    interface Cancellation {

        void cancel() throws SQLException;
    }

    /** A time in which something can be cancelled. */
    @FunctionalInterface
    interface Time extends AutoCloseable {

        @Override
        void close();
    }

    /** A statement that was cancelled, or not begun, since the run is being stopped. */
    static final class StoppedException extends SQLException {

        private static final long serialVersionUID = 1L;

        StoppedException(String message, @Nullable String state, int code, @Nullable Throwable cause) {
            super(message, state, code, cause);
        }

        /** Whether nothing was cancelled: the run had stopped already. */
        boolean isBetweenStatements() {
            return getCause() == null;
        }
    }

    /**
     * To be called when there is something to do, and closed when nothing is.
     *
     * @param alongside is called often by the thread that watches; must not take long
     */
    public void watch(Runnable alongside) {
        hook = new Thread(this::shutDown, "migratedb-shutdown");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ex) {
            // the JVM is shutting down already
            reason = Reason.SHUTDOWN;
        }
        Thread watcher = new Thread(() -> look(alongside), "migratedb-interruption");
        watcher.setDaemon(true);
        watcher.start();
    }

    /**
     * Says how to end what the thread of the run does until the time is closed. To close it waits for a cancellation that is under
     * way, which would else end what is done next.
     */
    Time during(Cancellation cancellation) {
        Cancellation outer = running;
        running = cancellation;
        return () -> {
            synchronized (cancelling) {
                running = outer;
            }
        };
    }

    /**
     * To be called before a statement is sent.
     *
     * @throws SQLException if the run is to be stopped
     */
    void check() throws SQLException {
        notice();
        Reason why = reason;
        if (why != null && !told) {
            told = true;
            throw new StoppedException("The run goes no further, since " + why.text + ".", null, 0, null);
        }
    }

    /** Takes note of an interrupt, so that no driver forgets it, or closes its files because of it. The next check throws. */
    void notice() {
        if (!told && Thread.interrupted()) {
            interrupted = true;
            reason(Reason.INTERRUPT);
        }
    }

    /** As {@link #check}, to be called before a migration, and when code of the user has ended that can be taken back. */
    void refuseToGoOn() {
        try {
            check();
        } catch (SQLException ex) {
            throw new CodeFailedException(ex);
        }
    }

    /** What a failure of a statement is: the answer to a cancellation, where the run is being stopped. */
    SQLException explain(SQLException failure) {
        Reason why = reason;
        if (why == null || failure instanceof StoppedException) {
            return failure;
        }
        acknowledge();
        return new StoppedException(
                "It was cancelled, since " + why.text + ": " + failure.getMessage(),
                failure.getSQLState(),
                failure.getErrorCode(),
                failure);
    }

    /** To be called when the run has failed: what is done from now on, such as callbacks of errors, is not stopped any more. */
    void acknowledge() {
        told = true;
        if (Thread.interrupted()) {
            interrupted = true;
        }
    }

    /** Whether a failure comes from outside, and not from what has failed. */
    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoppedException || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    private void reason(Reason why) {
        if (reason == null) {
            reason = why;
            LOG.warn("The run is stopped, since {}", why.text);
        }
    }

    private void look(Runnable alongside) {
        while (!hasEndedAfter(POLL_MILLIS)) {
            try {
                alongside.run();
            } catch (RuntimeException ex) {
                // nothing that is only told may keep a run from being stopped
                LOG.debug("Progress could not be told", ex);
            }
            Cancellation cancellation = running;
            if (cancellation == null || told) {
                continue;
            }
            if (runner.isInterrupted()) {
                reason(Reason.INTERRUPT);
            }
            if (reason != null) {
                cancel(cancellation);
            }
        }
    }

    private void cancel(Cancellation cancellation) {
        try {
            synchronized (cancelling) {
                if (running == cancellation && !told) {
                    cancellation.cancel();
                }
            }
        } catch (SQLException ex) {
            LOG.warn("The running statement could not be cancelled, it is tried again: {}", ex.getMessage());
        }
    }

    private void shutDown() {
        reason(Reason.SHUTDOWN);
        long begin = System.nanoTime();
        int looks = 0;
        while (!hasEndedAfter(POLL_MILLIS)) {
            if (isShuttingDownItself() || System.nanoTime() - begin > GRACE.toNanos()) {
                return;
            }
            // whoever computes, or talks to the database, is not to be interrupted: some drivers close their files then
            boolean waits =
                    runner.getState() == Thread.State.TIMED_WAITING || runner.getState() == Thread.State.WAITING;
            looks = waits && !told ? looks + 1 : 0;
            // once may be a driver that waits for its own cancellation
            if (looks > 1) {
                runner.interrupt();
            }
        }
        try {
            runner.join(MILLIS_TO_TELL);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the run itself has called for the end of the JVM: it waits for that, and will do nothing more. */
    private boolean isShuttingDownItself() {
        return Arrays.stream(runner.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Shutdown"));
    }

    private boolean hasEndedAfter(long millis) {
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends the watch, and leaves the thread as interrupted as it was. */
    @Override
    public void close() {
        ended.countDown();
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ex) {
                LOG.debug("The JVM is shutting down, and waits for the end of this run only", ex);
            }
        }
        if (reason == Reason.SHUTDOWN) {
            // by this, and not by anybody whom the flag would tell something
            if (Thread.interrupted()) {
                LOG.trace("The interrupt by the shutdown was served");
            }
            return;
        }
        // some drivers forget it
        if (interrupted || reason == Reason.INTERRUPT) {
            Thread.currentThread().interrupt();
        }
    }
}
