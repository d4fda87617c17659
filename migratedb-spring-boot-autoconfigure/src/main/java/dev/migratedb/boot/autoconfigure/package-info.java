/** Builds the engine from properties and beans, and migrates before anything else uses the database. */
@NullMarked
package dev.migratedb.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
