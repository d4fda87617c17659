/** What MigrateDB calls: beans like all others. */
@NullMarked
package dev.migratedb.samples.quickstart.migration;

import org.jspecify.annotations.NullMarked;
