/** Immutable settings in small records, each of which validates itself. */
@NullMarked
package dev.migratedb.configuration;

import org.jspecify.annotations.NullMarked;
