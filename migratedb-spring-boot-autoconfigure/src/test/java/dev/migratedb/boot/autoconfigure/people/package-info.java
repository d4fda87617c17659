/** A small domain that the tests migrate, and map by JPA. */
package dev.migratedb.boot.autoconfigure.people;
