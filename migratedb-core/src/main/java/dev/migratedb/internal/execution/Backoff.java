package dev.migratedb.internal.execution;

import java.time.Duration;

/**
 * How long to wait before something is tried again: twice as long each time.
 *
 * @param first the wait before the first retry
 * @param longest no wait is longer
 */
record Backoff(Duration first, Duration longest) {

    /** How far waits differ, so that many who failed together do not come back together. */
    private static final double JITTER = 0.2;

    /** Doubling beyond this would be longer than any wait. */
    private static final int MANY = 40;

    /**
     * The wait before a retry.
     *
     * @param retry from 1
     * @param random from 0 (inclusive) to 1 (exclusive)
     */
    Duration before(int retry, double random) {
        double doubled = first.toMillis() * Math.pow(2, Math.min(retry, MANY) - 1.0);
        double varied = doubled * (1 - JITTER + 2 * JITTER * random);
        return Duration.ofMillis(Math.max(1, Math.min(Math.round(varied), longest.toMillis())));
    }
}
