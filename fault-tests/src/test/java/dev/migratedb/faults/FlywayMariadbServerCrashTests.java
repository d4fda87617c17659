package dev.migratedb.faults;

/** Measured, not judged. */
@OnMariadb
@OnlyInLongForm
class FlywayMariadbServerCrashTests extends MariadbServerCrashTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    void judge(Tally tally) {}
}
