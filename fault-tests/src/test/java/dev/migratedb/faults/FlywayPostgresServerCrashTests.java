package dev.migratedb.faults;

/** Measured, not judged. */
@OnlyInLongForm
class FlywayPostgresServerCrashTests extends PostgresServerCrashTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    void judge(Tally tally) {}
}
