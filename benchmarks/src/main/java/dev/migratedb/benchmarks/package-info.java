/** Measures how fast MigrateDB is, beside other tools in the same run. */
@NullMarked
package dev.migratedb.benchmarks;

import org.jspecify.annotations.NullMarked;
