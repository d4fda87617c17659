/** A coast, its lighthouses and their keepers: a small application whose database MigrateDB builds. */
@NullMarked
package dev.migratedb.samples.quickstart;

import org.jspecify.annotations.NullMarked;
