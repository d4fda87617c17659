package dev.migratedb.faults;

/** Measured, not judged. */
@OnlyInLongForm
class FlywayPostgresCallSweepTests extends PostgresCallSweepTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    void judge(Tally tally) {}
}
