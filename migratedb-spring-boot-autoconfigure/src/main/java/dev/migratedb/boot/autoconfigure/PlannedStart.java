package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import java.util.function.Supplier;

/**
 * One engine, and what it does when the application starts.
 *
 * @param name how it is called
 * @param start what it does
 * @param engine asked only when it is needed
 */
record PlannedStart(String name, EngineStart start, Supplier<MigrateDb> engine) {}
