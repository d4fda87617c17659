/**
 * Kills, cuts and stops runs at every moment, in processes of their own and on real servers, and lets a checker that reads only the
 * database count what was lost or done twice.
 */
@NullMarked
package dev.migratedb.faults;

import org.jspecify.annotations.NullMarked;
