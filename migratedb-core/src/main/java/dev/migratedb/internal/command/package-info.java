/** One class per command, and the opened resources of one run. */
@NullMarked
package dev.migratedb.internal.command;

import org.jspecify.annotations.NullMarked;
