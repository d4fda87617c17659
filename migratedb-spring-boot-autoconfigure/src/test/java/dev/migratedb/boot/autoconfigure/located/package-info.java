/** A location with classes. */
@NullMarked
package dev.migratedb.boot.autoconfigure.located;

import org.jspecify.annotations.NullMarked;
