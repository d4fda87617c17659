package dev.migratedb.faults;

/** Measured, not judged. */
@OnMariadb
@OnlyInLongForm
class FlywayMariadbStopPointTests extends MariadbStopPointTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    void judge(Tally tally) {}
}
