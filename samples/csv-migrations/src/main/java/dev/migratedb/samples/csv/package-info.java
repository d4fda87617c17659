/** An application that migrates by CSV files too. */
@NullMarked
package dev.migratedb.samples.csv;

import org.jspecify.annotations.NullMarked;
