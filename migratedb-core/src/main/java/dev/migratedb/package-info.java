/** The facade: configure, load, run. */
@NullMarked
package dev.migratedb;

import org.jspecify.annotations.NullMarked;
