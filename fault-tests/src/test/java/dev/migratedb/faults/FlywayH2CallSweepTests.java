package dev.migratedb.faults;

/** Measured, not judged. */
@OnlyInLongForm
class FlywayH2CallSweepTests extends H2CallSweepTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    void judge(Tally tally) {}
}
