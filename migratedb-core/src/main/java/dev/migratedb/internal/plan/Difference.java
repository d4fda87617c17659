package dev.migratedb.internal.plan;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.resolver.ResolvedMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that a row and its migration do not agree about.
 *
 * @param what they do not agree about
 * @param inHistory what the row says
 * @param found what the migration says
 */
record Difference(What what, String inHistory, String found) {

    enum What {
        TYPE,
        CHECKSUM,
        DESCRIPTION
    }

    static List<Difference> between(AppliedMigration row, ResolvedMigration migration) {
        List<Difference> differences = new ArrayList<>();
        if (!RowType.language(row.type()).equals(RowType.language(migration.type()))) {
            differences.add(new Difference(What.TYPE, row.type(), migration.type()));
        }
        if (!Checksums.compatible(row.checksum(), migration.checksum())) {
            differences.add(new Difference(
                    What.CHECKSUM, String.valueOf(row.checksum()), String.valueOf(migration.checksum())));
        }
        String stored = Subject.stored(row.description());
        String found = Subject.stored(migration.description());
        if (!stored.equals(found)) {
            differences.add(new Difference(What.DESCRIPTION, "'" + stored + "'", "'" + found + "'"));
        }
        return differences;
    }

    /** As part of a sentence. */
    String text(String source) {
        return "the history has the " + what.name().toLowerCase(Locale.ROOT) + " " + inHistory + ", the " + source
                + " has " + found;
    }
}
