package dev.migratedb.internal.execution;

import dev.migratedb.configuration.MigratePolicy.Timeouts;
import dev.migratedb.migration.ScriptPosition;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether what has failed because a lock was not free in time is tried again, and lets time pass before, in which
 * nobody waits behind it. One for everything that is tried again together.
 */
final class LockRetries {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.lock");
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final Timeouts settings;
    private final Secrets secrets;
    private final Function<StatementFailedException, ScriptPosition> place;
    private final Backoff backoff;
    private int retries;
    private Overdue.@Nullable Lock last;

    LockRetries(Timeouts settings, Secrets secrets, Function<StatementFailedException, ScriptPosition> place) {
        this.settings = settings;
        this.secrets = secrets;
        this.place = place;
        this.backoff = new Backoff(FIRST_WAIT, settings.ddlLockRetryMaxInterval());
    }

    /** Whether the failure is one of a lock, and is to be tried again now. */
    boolean again(Throwable failure) {
        if (!(failure instanceof StatementFailedException statement)
                || !(statement.overdue() instanceof Overdue.Lock overdue)) {
            return false;
        }
        Overdue.Lock lock = overdue.after(retries + 1, last);
        last = lock;
        statement.overdue(lock);
        if (retries >= settings.ddlLockRetries()) {
            return false;
        }
        retries++;
        Duration wait = backoff.before(retries, ThreadLocalRandom.current().nextDouble());
        LOG.warn(
                "The statement at {} was given up after {}, so that nobody waits longer behind it: its lock is {}."
                        + " Retry {} of {} in {} s",
                place.apply(statement),
                Overdue.words(lock.limit()),
                secrets.mask(lock.holder()),
                retries,
                settings.ddlLockRetries(),
                "%d.%d".formatted(wait.toSeconds(), wait.toMillisPart() / 100));
        return pause(wait);
    }

    private static boolean pause(Duration wait) {
        try {
            // whoever has the lock tells nobody when he gives it up, and meanwhile others shall pass
            Thread.sleep(wait.toMillis());
            return true;
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
