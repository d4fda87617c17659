/** Runs one step of a plan on the connection of the run and fires its events. */
@NullMarked
package dev.migratedb.internal.execution;

import org.jspecify.annotations.NullMarked;
