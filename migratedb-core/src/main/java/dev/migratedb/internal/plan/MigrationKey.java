package dev.migratedb.internal.plan;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.ResolvedMigration;
import java.util.Locale;

/** The name by which the journal knows a migration: what it is for, and its version or description, in ASCII. */
public final class MigrationKey {

    private static final int LONGEST = 280;
    private static final int KEPT = 200;

    private MigrationKey() {}

    /** The name of a migration. */
    public static String of(ResolvedMigration migration) {
        return of(Identity.of(migration));
    }

    /** The name of the migration that a row is about. */
    public static String of(AppliedMigration row) {
        return of(new Identity(RowType.of(row).kind(row.version() != null), Subject.of(row)));
    }

    /** The name of a migration. */
    public static String of(MigrationInfo info) {
        return of(new Identity(info.kind(), Subject.of(info)));
    }

    private static String of(Identity identity) {
        MigrationKind kind = identity.kind();
        MigrationVersion version = identity.subject().version();
        String name = kind.name().toLowerCase(Locale.ROOT) + " "
                + (version == null ? identity.subject().description() : version.toString());
        StringBuilder ascii = new StringBuilder();
        for (char character : name.toCharArray()) {
            boolean plain = character >= ' ' && character <= '~' && character != '\\';
            ascii.append(plain ? String.valueOf(character) : "\\%04x".formatted((int) character));
        }
        return ascii.length() <= LONGEST
                ? ascii.toString()
                : ascii.substring(0, KEPT) + "... " + Integer.toHexString(name.hashCode());
    }
}
