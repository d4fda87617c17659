package dev.migratedb.boot.autoconfigure;

import dev.migratedb.result.MigrateResult;

/**
 * Published when a run has applied migrations; those of the start as soon as the application context is refreshed, so that all
 * listeners of the application get it.
 *
 * @param instance the name of the instance or, of another engine, that of its bean
 * @param result what was applied; at least one migration
 */
public record MigrationsAppliedEvent(String instance, MigrateResult result) {}
