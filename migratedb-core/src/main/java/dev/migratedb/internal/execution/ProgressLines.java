package dev.migratedb.internal.execution;

import dev.migratedb.internal.dialect.Backends;
import dev.migratedb.internal.execution.Progress.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of a migration that takes long that it still runs, where it is, and what it waits for. Looked at by another thread than
 * that of the run, which must never wait here: it is the one that stops a run.
 */
public final class ProgressLines {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    /** A pool that has no connection to spare: the line then does without an answer. */
    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(1);

    private final RunScope scope;
    private final long interval;
    private @Nullable Step seen;
    private long nextLine;
    private @Nullable Question question;
    private @Nullable Future<@Nullable String> unanswered;

    /** What was asked, and since when. */
    private record Question(FutureTask<@Nullable String> answer, long begin) {

        boolean isOver() {
            return answer.isDone() || System.nanoTime() - begin >= LONGEST_QUESTION.toNanos();
        }
    }

    /**
     * Creates the lines of a run.
     *
     * @param interval how often to say so; zero means never
     */
    public ProgressLines(RunScope scope, Duration interval) {
        this.scope = scope;
        this.interval = interval.toNanos();
    }

    /** To be called often. */
    public void look() {
        Step step = interval == 0 ? null : scope.progress().running();
        if (step != seen) {
            seen = step;
            question = null;
            nextLine = step == null ? 0 : step.begin() + interval;
        }
        if (step == null || System.nanoTime() - nextLine < 0) {
            return;
        }
        if (question == null) {
            question = ask();
        }
        if (question == null || question.isOver()) {
            LOG.info("{}", line(step, answer(question)));
            question = null;
            nextLine = System.nanoTime() + interval;
        }
    }

    private String line(Step step, @Nullable String waitsFor) {
        int statement = step.statement();
        return "Still at " + Texts.name(step.migration()) + ", "
                + Duration.ofNanos(System.nanoTime() - step.begin()).toSeconds() + " s so far"
                + (statement == 0 ? "" : ", statement " + statement + " of " + step.statements())
                + (waitsFor == null
                        ? ""
                        : ", which waits for " + scope.secrets().mask(waitsFor));
    }

    private @Nullable Question ask() {
        Backends backends = scope.work().dialect().backends().orElse(null);
        boolean busy = unanswered != null && !unanswered.isDone();
        // behind a pooler nobody knows which session it is
        if (backends == null || busy || scope.session().switchesSessions()) {
            return null;
        }
        FutureTask<@Nullable String> answer = new FutureTask<>(() -> waitsFor(backends));
        Thread thread = new Thread(answer, "migratedb-progress");
        thread.setDaemon(true);
        thread.start();
        unanswered = answer;
        return new Question(answer, System.nanoTime());
    }

    private @Nullable String waitsFor(Backends backends) throws SQLException {
        int session = backends.greeted(scope.work().connection());
        if (session == 0) {
            return null;
        }
        try (Connection other = scope.work().another()) {
            return backends.waitsFor(other, session);
        }
    }

    private static @Nullable String answer(@Nullable Question question) {
        if (question == null || !question.answer().isDone()) {
            return null;
        }
        try {
            return question.answer().get();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException ex) {
            LOG.debug("It cannot be told what the migration waits for", ex);
            return null;
        }
    }
}
