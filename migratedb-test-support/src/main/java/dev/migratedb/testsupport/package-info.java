/** Real databases for tests, empty and new for each test, and counters for what is sent to them. */
@NullMarked
package dev.migratedb.testsupport;

import org.jspecify.annotations.NullMarked;
