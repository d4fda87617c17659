package dev.migratedb.internal.execution;

import dev.migratedb.internal.plan.MigratePlan;
import dev.migratedb.internal.script.CheckedScript;
import dev.migratedb.migration.AppliedMigration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan that was checked and can be run.
 *
 * @param step what to run
 * @param script what to send; null for a migration that is no SQL file
 * @param transactional whether it runs in a transaction, together with its history row
 * @param resumption where it goes on; null where it begins at its beginning
 */
public record Work(
        MigratePlan.Step step,
        @Nullable CheckedScript script,
        boolean transactional,
        @Nullable Resumption resumption) {

    /** What begins at its beginning. */
    public Work(MigratePlan.Step step, @Nullable CheckedScript script, boolean transactional) {
        this(step, script, transactional, null);
    }

    /** The same, from where it has stopped. */
    public Work from(Resumption place) {
        return new Work(step, script, transactional, place);
    }

    /** Whether it is a script of which a rollback would leave something, so that the journal is kept of it. */
    boolean isJournaled(boolean transactionalDdl) {
        return script != null && (!transactional || (!transactionalDdl && script.mayCommit()));
    }

    /** Whether it is a script that is run from its beginning in a transaction that none of its statements ends. */
    boolean changesOnlyRows() {
        return script != null && transactional && resumption == null && !script.mayCommit();
    }

    /** The rows of earlier attempts that its own replaces. */
    List<AppliedMigration> replaced() {
        return resumption == null ? List.of() : resumption.failed();
    }

    /** Whether it may leave the session another than it was. */
    boolean changesSession() {
        return script == null || script.changesSession();
    }
}
