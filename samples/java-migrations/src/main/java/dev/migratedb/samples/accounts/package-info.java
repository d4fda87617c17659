/** An application some of whose migrations are written in Java. */
@NullMarked
package dev.migratedb.samples.accounts;

import org.jspecify.annotations.NullMarked;
