/** What each command reports, as records. */
@NullMarked
package dev.migratedb.result;

import org.jspecify.annotations.NullMarked;
