package dev.migratedb.faults;

import java.util.List;

/** Measured, not judged. */
@OnlyInLongForm
class FlywayPostgresStopPointTests extends PostgresStopPointTests {

    @Override
    Engine engine() {
        return Engine.FLYWAY;
    }

    /** It gives its lock back by ending a transaction. */
    @Override
    List<StopPoint> points() {
        return super.points().stream()
                .filter(point -> point != StopPoint.BEFORE_UNLOCK)
                .toList();
    }

    @Override
    void judge(Tally tally) {}
}
