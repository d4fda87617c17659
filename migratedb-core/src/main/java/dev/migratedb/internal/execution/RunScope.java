package dev.migratedb.internal.execution;

import dev.migratedb.configuration.ConnectionSettings.ApplicationTransactions;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.RunSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/**
 * What all parts of a run share.
 *
 * @param work its connection
 * @param session its settings of the session
 * @param settings what code of the user may ask
 * @param progress what it has applied so far
 * @param secrets what nobody shall see
 * @param statements what becomes of the answers of the database
 * @param interruption stops it from outside
 * @param limits how long its statements may take
 * @param applicationTransactions those in which code of the application runs; null if it runs in those of the engine
 */
public record RunScope(
        WorkConnection work,
        SessionGuard session,
        RunSettings settings,
        Progress progress,
        Secrets secrets,
        StatementPolicy statements,
        Interruption interruption,
        StatementLimits limits,
        @Nullable ApplicationTransactions applicationTransactions) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    /** Where the steps of the run are told; a rehearsal takes none. */
    public Logger log() {
        return isRehearsal() ? NOPLogger.NOP_LOGGER : LOG;
    }

    /** Whether nothing is changed. */
    public boolean isRehearsal() {
        return work.rehearsal() != null;
    }

    /** Begins a part of the script, where the run is a rehearsal. */
    public void section(String title, @Nullable MigrationInfo migration) {
        Rehearsal rehearsal = work.rehearsal();
        if (rehearsal != null) {
            rehearsal.section(title, migration);
        }
    }

    /** Says what comes next in the script, where the run is a rehearsal. */
    void note(String text) {
        Rehearsal rehearsal = work.rehearsal();
        if (rehearsal != null) {
            rehearsal.note(text);
        }
    }

    /** Says what the script cannot do, where the run is a rehearsal. */
    void leaveOut(String what, String source) {
        Rehearsal rehearsal = work.rehearsal();
        if (rehearsal != null) {
            rehearsal.leaveOut(what, source);
        }
    }
}
