package dev.migratedb.faults;

/** Measured, not judged. */
@OnMariadb
@OnlyInLongForm
class FlywayMariadbCallSweepTests extends MariadbCallSweepTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    void judge(Tally tally) {}
}
