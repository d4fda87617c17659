package dev.migratedb.internal.execution;

import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.resolver.ResolvedMigration;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Finds out whether a commit that brought no answer took place. A row of the same rank is written, and taken back: that it can
 * be written shows that the other one is not there, and will never be, since the key makes a database wait for the end of a
 * transaction that has written it already. To read alone would show nothing while the old session lives on.
 */
final class CommitLookup {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private final WorkConnection work;
    private final SessionGuard session;
    private final HistoryWriter history;

    /** What became of a commit. */
    enum Found {
        COMMITTED,
        NOT_COMMITTED,
        NOT_TOLD
    }

    /** Takes back the row that was written to see whether it can be. */
    private static final class Written extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Written() {
            super(null, null, false, false);
        }
    }

    CommitLookup(WorkConnection work, SessionGuard session, HistoryWriter history) {
        this.work = work;
        this.session = session;
        this.history = history;
    }

    /** Asks for the row of a migration, on a new connection where the old one is lost. */
    Found find(Work step, int rank) {
        ResolvedMigration migration = step.step().migration();
        LOG.info("The database did not tell whether {} was committed, so it is looked up", migration.script());
        try {
            if (work.reconnectIfBroken()) {
                session.reconnected();
            }
            // a transaction that is still open would see its own row
            work.rollbackLeftOver();
            return canBeWritten(step, rank) ? Found.NOT_COMMITTED : read(migration, rank);
        } catch (RuntimeException ex) {
            LOG.warn("It could not be looked up: {}", ex.getMessage());
            return Found.NOT_TOLD;
        }
    }

    private boolean canBeWritten(Work step, int rank) {
        try {
            work.inTransaction(() -> {
                history.write(step.step().migration(), rank, Duration.ZERO, false, step.replaced());
                throw new Written();
            });
        } catch (Written ex) {
            return true;
        } catch (HistoryWriteException | DataAccessException | MigrateDbException ex) {
            LOG.debug("No row of rank {} can be written", rank, ex);
        }
        return false;
    }

    private Found read(ResolvedMigration migration, int rank) {
        HistorySnapshot read = history.table().readIfExists();
        for (AppliedMigration row : read.rows()) {
            if (row.installedRank() == rank) {
                return isOf(row, migration) ? Found.COMMITTED : Found.NOT_COMMITTED;
            }
        }
        return Found.NOT_TOLD;
    }

    private static boolean isOf(AppliedMigration row, ResolvedMigration migration) {
        return row.success()
                && Objects.equals(row.version(), migration.version())
                && row.type().equals(migration.type())
                && Objects.equals(row.checksum(), migration.checksum());
    }
}
