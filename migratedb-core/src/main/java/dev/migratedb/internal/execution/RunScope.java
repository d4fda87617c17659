package dev.migratedb.internal.execution;

import dev.migratedb.migration.RunSettings;

/**
 * What all parts of a run share.
 *
 * @param work its connection
 * @param session its settings of the session
 * @param settings what code of the user may ask
 * @param progress what it has applied so far
 * @param secrets what nobody shall see
 * @param statements what becomes of the answers of the database
 */
public record RunScope(
        WorkConnection work,
        SessionGuard session,
        RunSettings settings,
        Progress progress,
        Secrets secrets,
        StatementPolicy statements) {}
