package dev.migratedb.faults;

/** Measured, not judged. */
@OnlyInLongForm
class FlywaySqliteCallSweepTests extends SqliteCallSweepTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    void judge(Tally tally) {}
}
