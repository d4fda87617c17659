package dev.migratedb.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param message what it said; empty if it has done its work
 * @param failure why it failed, where that is an exception
 */
record Outcome(Kind kind, String message, @Nullable Throwable failure) {

    enum Kind {
        DONE,
        FAILED,
        HUNG
    }

    static Outcome done() {
        return new Outcome(Kind.DONE, "", null);
    }

    static Outcome failed(String message) {
        return new Outcome(Kind.FAILED, message, null);
    }

    /** Runs something on a thread of its own, for not longer than a time. */
    static Outcome of(Duration limit, Callable<?> run) {
        FutureTask<?> task = new FutureTask<>(run);
        Thread thread = new Thread(task, "fault-run");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return done();
        } catch (ExecutionException ex) {
            return new Outcome(Kind.FAILED, String.valueOf(ex.getCause()).replaceAll("\\s+", " "), ex.getCause());
        } catch (TimeoutException ex) {
            StackTraceElement[] stack = thread.getStackTrace();
            thread.interrupt();
            return new Outcome(Kind.HUNG, "still at " + (stack.length > 0 ? stack[0] : "its end"), null);
        } catch (InterruptedException ex) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new Outcome(Kind.HUNG, "interrupted", null);
        }
    }
}
