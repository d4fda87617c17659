package dev.migratedb.faults;

/** Measured, not judged. */
@OnlyInLongForm
class FlywayH2RandomKillTests extends H2RandomKillTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    int rounds() {
        return LongForm.rounds(1, 50);
    }

    @Override
    void judge(Tally tally) {}
}
