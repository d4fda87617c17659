/** What the light of a lighthouse looks like from the sea. */
@NullMarked
package dev.migratedb.samples.quickstart.light;

import org.jspecify.annotations.NullMarked;
