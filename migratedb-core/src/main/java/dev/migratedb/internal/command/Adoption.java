package dev.migratedb.internal.command;

import dev.migratedb.configuration.HistorySettings;
import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.internal.history.FlywayTable;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.history.HistorySnapshot.Copy;
import dev.migratedb.internal.history.HistorySnapshot.Origin;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.internal.plan.Candidate;
import dev.migratedb.internal.plan.CatchUp;
import dev.migratedb.internal.plan.CatchUp.Taken;
import dev.migratedb.internal.plan.Reconciliation;
import dev.migratedb.internal.plan.Rows;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the history where it is, be it in the own table or in one of another engine, and makes it the own one before something
 * is added to it. Until then it is only looked at.
 */
final class Adoption {

    private final RunContext run;
    private final HistorySettings settings;

    Adoption(RunContext run) {
        this.run = run;
        this.settings = run.configuration().history();
    }

    /** What Flyway's table holds, where that is to be taken over; to be asked only where there is no own table. */
    HistorySnapshot ofFlyway(FlywayTable flyway) {
        if (!adoptsFlyway()) {
            return HistorySnapshot.ABSENT;
        }
        HistorySnapshot read = flyway.readIfExists();
        return read.withRows(Rows.ofHistory(read.rows()));
    }

    private boolean adoptsFlyway() {
        return settings.adopt() == Adopt.AUTO && settings.adoptsAnotherTable();
    }

    /** Reads once more, under the lock. */
    HistorySnapshot again(HistorySnapshot before) {
        HistoryTable history = run.history();
        boolean wasThere = before.origin() == Origin.OWN || before.origin() == Origin.MIGRATEDB_V1;
        HistorySnapshot own = wasThere ? history.read() : history.readIfExists();
        return own.exists() ? own : ofFlyway(run.flywayTable());
    }

    /**
     * Reads once more, under the lock, together with what Flyway has done since its history was taken over: an old version of
     * the application may still run beside this one.
     */
    HistorySnapshot againWithLater(HistorySnapshot before) {
        HistorySnapshot own = again(before);
        if (own.origin() != Origin.OWN || !adoptsFlyway()) {
            return own;
        }
        CatchUp later = CatchUp.of(own.rows(), run.flywayTable().readIfExists().rows());
        later.disputed().forEach(row -> run.warn(disputed(row)));
        List<AppliedMigration> rows = new ArrayList<>(own.rows());
        List<Copy> missing = new ArrayList<>();
        for (Taken taken : later.taken()) {
            rows.add(taken.row());
            missing.add(new Copy(taken.flywayRank(), taken.row().installedRank()));
        }
        return new HistorySnapshot(Origin.OWN, rows, missing);
    }

    private String disputed(AppliedMigration row) {
        String where = "the row with installed_rank " + row.installedRank() + " of " + flywayTable();
        if (row.type().equals("BASELINE")) {
            return "Flyway's history begins at version " + row.version() + ": " + where
                    + " is not taken over, since the history has begun already";
        }
        return "Flyway has applied version " + row.version() + " as well, at " + row.installedOn() + " (" + row.script()
                + "): " + where + " is not taken over, since the history lists that version as applied already";
    }

    /**
     * Gives rows the checksums that they will have, where those that they have mean nothing here.
     *
     * @throws dev.migratedb.migration.MigrateDbException if the history cannot be taken over; it names the reason and the way
     */
    HistorySnapshot withChecksums(HistorySnapshot history, List<Candidate> candidates) {
        return history.origin() == Origin.MIGRATEDB_V1
                ? new V1Adoption(run).withChecksums(history, candidates)
                : history;
    }

    /** Makes the history the own one. Does nothing where it is that already. */
    void takeOver(HistorySnapshot history, RunLock lock) {
        switch (history.origin()) {
            case NONE -> {
                // there is nothing
            }
            case FLYWAY -> takeOverFlyways(history);
            case MIGRATEDB_V1 -> new V1Adoption(run).takeOver(history);
            case OWN -> takeOverMissing(history, lock);
        }
    }

    private void takeOverFlyways(HistorySnapshot history) {
        run.section("History table, with the history of Flyway");
        FlywayTable flyway = run.flywayTable();
        if (run.dialect().transactionalDdl()) {
            run.work().inTransaction(() -> {
                flyway.takeOverBy(run.history(), settings.tablespace());
                return true;
            });
        } else {
            flyway.takeOverBy(run.history(), settings.tablespace());
        }
        run.log()
                .info(
                        "Took over the history of Flyway: {} of {}{}. That table is left as it is.",
                        rows(history.rows().size()),
                        flywayTable(),
                        nowAt(run, history));
    }

    private void takeOverMissing(HistorySnapshot history, RunLock lock) {
        if (history.missing().isEmpty()) {
            return;
        }
        run.section("What Flyway has done since");
        FlywayTable flyway = run.flywayTable();
        run.work().inTransaction(() -> {
            history.missing().forEach(copy -> flyway.copyTo(run.history(), copy, lock));
            return true;
        });
        run.log()
                .info(
                        "Took over what Flyway has done since: {} of {}{}",
                        rows(history.missing().size()),
                        flywayTable(),
                        nowAt(run, history));
    }

    private String flywayTable() {
        return run.dialect().quote(run.flywayTable().name());
    }

    /** A number of rows. */
    static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    /** The version that a history has reached, in brackets. */
    static String nowAt(RunContext run, HistorySnapshot history) {
        MigrationVersion version = Reconciliation.of(
                        List.of(), history.rows(), run.configuration().policy())
                .currentVersion();
        return version == null ? "" : " (now at version " + version + ")";
    }
}
