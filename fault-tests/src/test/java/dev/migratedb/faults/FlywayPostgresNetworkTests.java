package dev.migratedb.faults;

/** Measured, not judged. */
@OnlyInLongForm
class FlywayPostgresNetworkTests extends PostgresNetworkTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    @Override
    void judge(Tally tally) {}
}
