/** One class per database, all answering the same questions. */
@NullMarked
package dev.migratedb.internal.dialect;

import org.jspecify.annotations.NullMarked;
