/** The history table: read, append, correct; and the lock. */
@NullMarked
package dev.migratedb.internal.history;

import org.jspecify.annotations.NullMarked;
