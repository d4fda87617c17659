package dev.migratedb.internal.execution;

import dev.migratedb.internal.plan.MigratePlan;
import dev.migratedb.internal.script.CheckedScript;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan that was checked and can be run.
 *
 * @param step what to run
 * @param script what to send; null for a migration that is no SQL file
 * @param transactional whether it runs in a transaction, together with its history row
 */
public record Work(MigratePlan.Step step, @Nullable CheckedScript script, boolean transactional) {

    /** Whether it may leave the session another than it was. */
    boolean changesSession() {
        return script == null || script.changesSession();
    }
}
