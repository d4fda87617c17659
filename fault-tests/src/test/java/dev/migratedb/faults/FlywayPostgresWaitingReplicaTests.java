package dev.migratedb.faults;

import java.time.Duration;

/** Measured, not judged. */
@OnlyInLongForm
class FlywayPostgresWaitingReplicaTests extends WaitingReplicaContractTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    /** A little more than its 50 attempts. */
    @Override
    Duration duration() {
        return Duration.ofSeconds(70);
    }

    @Override
    void judge(Tally tally) {}
}
