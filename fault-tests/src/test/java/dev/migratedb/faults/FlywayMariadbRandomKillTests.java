package dev.migratedb.faults;

/** Measured, not judged. */
@OnMariadb
@OnlyInLongForm
class FlywayMariadbRandomKillTests extends MariadbRandomKillTests {

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
