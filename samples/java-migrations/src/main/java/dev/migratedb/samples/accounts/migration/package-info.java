/** Migrations: beans like all others. */
@NullMarked
package dev.migratedb.samples.accounts.migration;

import org.jspecify.annotations.NullMarked;
