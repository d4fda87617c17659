/** What the engine promises, as tests that run against every database. */
@NullMarked
package dev.migratedb.contract;

import org.jspecify.annotations.NullMarked;
