/** An application with several databases. */
@NullMarked
package dev.migratedb.samples.several;

import org.jspecify.annotations.NullMarked;
