/** The vocabulary: versions, kinds, states, migrations in Java, and the base exception. */
@NullMarked
package dev.migratedb.migration;

import org.jspecify.annotations.NullMarked;
