package dev.migratedb.internal.history;

import dev.migratedb.configuration.LockSettings;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;

/** Asks for a lock again and again, tells that it waits, and for whom. Never blocks in the database. */
public final class LockWait {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.lock");

    /** A statement can be of any size. */
    private static final int LONGEST_HOLDER = 400;

    private final LockSettings settings;
    private final String other;
    private final UnaryOperator<String> mask;

    private LockWait(LockSettings settings, String other, UnaryOperator<String> mask) {
        this.settings = settings;
        this.other = other;
        this.mask = mask;
    }

    /**
     * Waits for another run of this engine.
     *
     * @param mask takes out of a text what nobody shall see: the statement of the other run may hold it
     */
    public static LockWait forRun(LockSettings settings, UnaryOperator<String> mask) {
        return new LockWait(settings, "another run", mask);
    }

    /**
     * Waits for Flyway.
     *
     * @param mask as with {@link #forRun}
     */
    public static LockWait forFlyway(LockSettings settings, UnaryOperator<String> mask) {
        return new LockWait(settings, "a run of Flyway", mask);
    }

    /** An attempt to take a lock. */
    @FunctionalInterface
    interface Attempt {

        /** Takes the lock if it is free. */
        boolean succeeds();

        /**
         * How long to wait before the next one.
         *
         * @param usual as the settings say
         */
        default Duration pause(Duration usual) {
            return usual;
        }
    }

    /**
     * Waits until an attempt succeeds.
     *
     * @param attempt takes the lock if it is free
     * @param holder who has it; asked only when there is something to tell
     */
    void until(Attempt attempt, Supplier<@Nullable String> holder) {
        long begin = System.nanoTime();
        long nextLine = begin;
        while (!attempt.succeeds()) {
            long now = System.nanoTime();
            Duration waited = Duration.ofNanos(now - begin);
            Duration limit = settings.waitTimeout();
            if (limit != null && waited.compareTo(limit) >= 0) {
                throw new MigrateDbException(
                        ErrorCode.LOCK_TIMEOUT,
                        StringUtils.capitalize(other) + " holds the lock: " + name(holder) + ". It was waited for "
                                + seconds(waited)
                                + ", as 'migratedb.lock.wait-timeout' allows. Nothing was changed. Let it end, or"
                                + " allow a longer time; without the setting a run waits as long as the other one lives.");
            }
            if (!settings.progressInterval().isZero() && now - nextLine >= 0) {
                LOG.info("Waiting for {}, {} so far: {}", other, seconds(waited), name(holder));
                nextLine = now + settings.progressInterval().toNanos();
            }
            pause(attempt.pause(settings.pollInterval()).toMillis());
        }
    }

    private void pause(long millis) {
        // a fifth more or less, so that many waiters do not ask at the same moment
        long jitter = Math.max(1, millis / 5);
        try {
            // a lock is polled: whoever waits in the database has a snapshot, for which the holder may have to wait
            Thread.sleep(Math.max(1, millis + ThreadLocalRandom.current().nextLong(-jitter, jitter + 1)));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new MigrateDbException(
                    ErrorCode.LOCK_TIMEOUT, "Interrupted while waiting for " + other + ". Nothing was changed.", ex);
        }
    }

    private String name(Supplier<@Nullable String> holder) {
        String name = shown(holder.get());
        return name == null ? "it has just ended" : name;
    }

    /** A holder as everybody may see it: in one line, without secrets, and of a bearable length. */
    @Nullable
    String shown(@Nullable String holder) {
        return holder == null ? null : shortened(mask.apply(holder.replaceAll("\\s+", " ")));
    }

    /** Masked before: a secret that is cut in two would not be found. */
    private static String shortened(String text) {
        return text.length() <= LONGEST_HOLDER ? text : text.substring(0, LONGEST_HOLDER) + " ...";
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
