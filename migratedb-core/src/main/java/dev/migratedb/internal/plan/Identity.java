package dev.migratedb.internal.plan;

import dev.migratedb.migration.MigrationKind;
import dev.migratedb.resolver.ResolvedMigration;

/**
 * By what a row finds its migration. The language is no part of it: a version that ran as SQL has run, whatever its
 * migration is written in now.
 *
 * @param kind what the migration is for
 * @param subject version or description
 */
record Identity(MigrationKind kind, Subject subject) {

    static Identity of(ResolvedMigration migration) {
        return new Identity(migration.kind(), Subject.of(migration));
    }
}
