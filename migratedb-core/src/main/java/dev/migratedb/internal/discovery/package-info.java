/** Locations to named, checksummed, sorted, duplicate-free migrations and callback scripts. */
@NullMarked
package dev.migratedb.internal.discovery;

import org.jspecify.annotations.NullMarked;
