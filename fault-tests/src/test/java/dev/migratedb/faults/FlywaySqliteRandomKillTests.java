package dev.migratedb.faults;

/** Measured, not judged. */
@OnlyInLongForm
class FlywaySqliteRandomKillTests extends SqliteRandomKillTests {

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
