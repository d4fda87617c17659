package dev.migratedb.boot.autoconfigure;

import dev.migratedb.result.MigrateResult;

/**
 * Published when a run had nothing to apply; that of the start as soon as the application context is refreshed, so that all listeners
 * of the application get it.
 *
 * @param instance the name of the instance or, of another engine, that of its bean
 * @param result without migrations
 */
public record MigrationsUpToDateEvent(String instance, MigrateResult result) {}
