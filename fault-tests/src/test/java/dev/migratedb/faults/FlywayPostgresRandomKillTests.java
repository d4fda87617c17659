package dev.migratedb.faults;

/** Measured, not judged. */
@OnlyInLongForm
class FlywayPostgresRandomKillTests extends PostgresRandomKillTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    int rounds() {
        return LongForm.rounds(1, 200);
    }

    @Override
    void judge(Tally tally) {}
}
