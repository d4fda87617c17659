/** Pure decisions: reconciliation of files and history, states, validation, what to run. */
@NullMarked
package dev.migratedb.internal.plan;

import org.jspecify.annotations.NullMarked;
