package dev.migratedb.callback;

/**
 * A callback that only looks on: it uses no connection and changes nothing, so the engine gives it no transaction, does not log that
 * it is called, leaves it out of a dry run, and takes for granted that what it is told of is as it was. What it throws is logged,
 * and changes nothing about the run.
 */
public interface RunObserver extends Callback {}
