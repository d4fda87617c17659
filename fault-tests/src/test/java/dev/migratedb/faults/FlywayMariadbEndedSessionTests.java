package dev.migratedb.faults;

/** Measured, not judged. */
@OnMariadb
@OnlyInLongForm
class FlywayMariadbEndedSessionTests extends MariadbEndedSessionTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    void judge(Tally tally) {}
}
