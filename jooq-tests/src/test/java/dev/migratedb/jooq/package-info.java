/** An application that uses jOOQ. */
@NullMarked
package dev.migratedb.jooq;

import org.jspecify.annotations.NullMarked;
