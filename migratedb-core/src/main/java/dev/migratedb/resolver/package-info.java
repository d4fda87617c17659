/** Extension point: where migrations come from besides the built-in formats. */
@NullMarked
package dev.migratedb.resolver;

import org.jspecify.annotations.NullMarked;
