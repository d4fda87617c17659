package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.BaselineResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates the history table with the rows that stand before all migrations. */
final class HistoryBeginning {

    private final RunContext run;
    private final HistoryTable history;

    HistoryBeginning(RunContext run, HistoryTable history) {
        this.run = run;
        this.history = history;
    }

    /** Creates the table without an event, and tells the next rank. */
    int create(SchemaCreation schemas, @Nullable AppliedMigration baseline) {
        List<AppliedMigration> rows = new ArrayList<>(schemas.rows(0));
        if (baseline != null) {
            rows.add(baseline);
        }
        run.section("History table" + (baseline == null ? "" : ", with baseline at version " + baseline.version()));
        run.log()
                .info(
                        "Creating Schema History table: \"{}\".\"{}\"{}",
                        history.name().schema(),
                        history.name().table(),
                        baseline == null ? "" : " with baseline at version " + baseline.version());
        String tablespace = run.configuration().history().tablespace();
        if (run.dialect().transactionalDdl()) {
            run.work().inTransaction(() -> {
                history.create(tablespace, rows);
                return true;
            });
        } else {
            history.create(tablespace, rows);
        }
        return new HistorySnapshot(true, rows).nextRank();
    }

    /** Creates the table as part of migrate, with the events of baseline where it begins with one. */
    int createForMigrate(SchemaCreation schemas, @Nullable AppliedMigration baseline) {
        if (baseline == null) {
            return create(schemas, null);
        }
        try {
            run.callbacks().fire(Event.BEFORE_BASELINE, Moment.PLAIN);
            int rank = create(schemas, baseline);
            run.callbacks().fire(Event.AFTER_BASELINE, Moment.after(result(baseline, true)));
            return rank;
        } catch (RuntimeException | Error ex) {
            run.callbacks().fireError(Event.AFTER_BASELINE_ERROR, Moment.failed(ex));
            throw ex;
        }
    }

    BaselineResult result(AppliedMigration baseline, boolean created) {
        MigrationVersion version = Objects.requireNonNull(baseline.version());
        return new BaselineResult(run.work().product(), run.warnings(), version, created);
    }
}
