/** An application that is told of its migrations. */
@NullMarked
package dev.migratedb.samples.callbacks;

import org.jspecify.annotations.NullMarked;
