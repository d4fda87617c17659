package dev.migratedb.faults;

import java.time.Duration;

/** Measured, not judged. */
@OnlyInLongForm
class FlywayPostgresConcurrentIndexTests extends PostgresConcurrentIndexTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    int rounds() {
        return 1;
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(60);
    }

    @Override
    void judge(Tally tally) {}
}
