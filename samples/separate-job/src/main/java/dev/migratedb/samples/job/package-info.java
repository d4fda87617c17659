/** A web application that leaves its migrations to a job. */
@NullMarked
package dev.migratedb.samples.job;

import org.jspecify.annotations.NullMarked;
