package dev.migratedb.samples.csv;

import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.MigrationResolver;
import dev.migratedb.resolver.ResolvedMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Makes a migration of each file {@code V3__countries.csv}: the description names the table, the first line the columns. */
@Component
class CsvMigrationResolver implements MigrationResolver {

    private static final Pattern NAME = Pattern.compile("V(\\d+(?:[._]\\d+)*)__([a-z_]+)\\.csv");

    @Override
    public Collection<ResolvedMigration> resolve(Context context) {
        return context.getResources("V", ".csv").stream()
                .map(file -> migration(file, context))
                .toList();
    }

    private static ResolvedMigration migration(Resource file, Context context) {
        String filename = Objects.requireNonNull(file.getFilename());
        Matcher name = NAME.matcher(filename);
        if (!name.matches()) {
            throw new IllegalArgumentException(filename + " is to be named like V1__table.csv");
        }
        String text = content(file, context);
        String table = name.group(2);
        return new ResolvedMigration(
                MigrationKind.VERSIONED,
                MigrationVersion.of(name.group(1)),
                table.replace('_', ' '),
                filename,
                text.lines().toList().hashCode(),
                new CsvMigration(table, Csv.lines(text)));
    }

    private static String content(Resource file, Context context) {
        try {
            return file.getContentAsString(context.getEncoding());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
