@NullMarked
package dev.migratedb.architecture.planted.nulls.marked;

import org.jspecify.annotations.NullMarked;
