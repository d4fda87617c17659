/**
 * The PostgreSQL that the quickstart brings along, so that one command is enough to see it run. Has nothing to do with
 * MigrateDB: an application of your own has a database already.
 */
@NullMarked
package dev.migratedb.samples.quickstart.postgres;

import org.jspecify.annotations.NullMarked;
