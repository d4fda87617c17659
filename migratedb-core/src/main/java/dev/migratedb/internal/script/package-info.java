/** SQL text to statements, driven by one syntax value per database. */
@NullMarked
package dev.migratedb.internal.script;

import org.jspecify.annotations.NullMarked;
