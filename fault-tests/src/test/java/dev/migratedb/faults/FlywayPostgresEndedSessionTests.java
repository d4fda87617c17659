package dev.migratedb.faults;

/** Measured, not judged. */
@OnlyInLongForm
class FlywayPostgresEndedSessionTests extends PostgresEndedSessionTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    void judge(Tally tally) {}
}
