package dev.migratedb.faults;

import java.time.Duration;

class PostgresWaitingReplicaTests extends WaitingReplicaContractTests {

    @Override
    Duration duration() {
        return Duration.ofSeconds(LongForm.isAskedFor() ? 120 : 0);
    }
}
