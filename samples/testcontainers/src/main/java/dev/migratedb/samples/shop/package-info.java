/** An application that is tested on the database that it runs on. */
@NullMarked
package dev.migratedb.samples.shop;

import org.jspecify.annotations.NullMarked;
