/** Another location with classes. */
@NullMarked
package dev.migratedb.boot.autoconfigure.assigned;

import org.jspecify.annotations.NullMarked;
