/** Extension point: what may be done at the events of a run. */
@NullMarked
package dev.migratedb.callback;

import org.jspecify.annotations.NullMarked;
