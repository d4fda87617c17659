package dev.migratedb.internal.discovery;

import dev.migratedb.configuration.ExtensionSettings;
import dev.migratedb.configuration.LocationSettings;
import dev.migratedb.configuration.NamingRules;
import dev.migratedb.internal.discovery.JavaMigrations.Described;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.internal.script.ScriptSyntaxException;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.MigrationExecutor;
import dev.migratedb.resolver.ResolvedMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** Finds everything that the locations hold, once per run, without a database. */
public final class Discovery {

    private static final String SQL = "SQL";
    private static final String SCRIPT = "SCRIPT";
    private static final String JDBC = "JDBC";

    private static final Comparator<@Nullable MigrationVersion> BY_VERSION_REPEATABLE_LAST =
            Comparator.nullsLast(Comparator.naturalOrder());

    private static final Comparator<MigrationFile> FILE_ORDER = Comparator.comparing(
                    MigrationFile::version, BY_VERSION_REPEATABLE_LAST)
            .thenComparing(MigrationFile::kind)
            .thenComparing(MigrationFile::description);

    private static final Comparator<Found> FOUND_ORDER = Comparator.comparing(
                    (Found found) -> found.migration().version(), BY_VERSION_REPEATABLE_LAST)
            .thenComparing(found -> found.migration().kind())
            .thenComparing(found -> found.migration().description());

    private static final Comparator<CallbackFile> CALLBACK_ORDER =
            Comparator.comparing(CallbackFile::event).thenComparing(CallbackFile::description);

    private Discovery() {}

    /**
     * Searches the locations.
     *
     * @param extensions tell which kinds of files count; the Java migrations take part in the search for duplicates
     */
    public static Discovered discover(LocationSettings locations, NamingRules naming, ExtensionSettings extensions) {
        List<JavaMigration> javaMigrations = extensions.javaMigrations();
        boolean withMigrations = !extensions.skipDefaultResolvers();
        boolean withCallbacks = !extensions.skipDefaultCallbacks();
        List<ScriptProblem> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        SqlFiles files = new SqlFiles(naming, Encodings.of(locations), withCallbacks, problems);
        List<Resource> resources = new ArrayList<>();
        boolean anyLocationExists;
        try (LocationScanner scanner = new LocationScanner(locations.resourceLoader())) {
            LocationSearch search = new LocationSearch(locations, scanner, problems, warnings);
            List<LocatedFile> located = search.migrationFiles();
            located.forEach(file -> resources.add(new LocatedResource(file)));
            files.add(located, !withMigrations);
            anyLocationExists = search.anyExists();
            if (withCallbacks) {
                files.add(search.callbackFiles(), true);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException("A jar could not be closed after it was read", ex);
        }
        files.reportNotRun(warnings);
        // what is wrong with one of them is told by found(...)
        List<Described> described = JavaMigrations.describe(javaMigrations, new ArrayList<>());
        boolean missingLocationsAreTold =
                !anyLocationExists && !locations.locations().isEmpty();
        if (withMigrations && files.migrationCount() == 0 && javaMigrations.isEmpty() && !missingLocationsAreTold) {
            warnings.add(
                    locations.locations().isEmpty()
                            ? "No migrations found: 'migratedb.locations' is empty"
                            : "No migrations found in " + String.join(", ", locations.locations()));
        }
        List<MigrationFile> migrations =
                new ArrayList<>(Duplicates.withoutDuplicates(files.migrations(), described, problems));
        List<CallbackFile> callbacks = new ArrayList<>(Duplicates.withoutDuplicates(files.callbacks(), problems));
        migrations.sort(FILE_ORDER);
        callbacks.sort(CALLBACK_ORDER);
        return new Discovered(migrations, callbacks, problems, warnings, resources);
    }

    /**
     * Makes of everything that was found what the plan works with, in the order in which it would run.
     *
     * @param placeholders whose values count for the checksums of repeatable scripts
     * @param problems gets what is wrong with a migration in Java, or with a placeholder; such a migration is left out
     */
    public static List<Found> found(
            List<MigrationFile> files,
            List<JavaMigration> javaMigrations,
            Placeholders placeholders,
            List<ScriptProblem> problems) {
        List<Found> found = new ArrayList<>();
        for (MigrationFile file : files) {
            try {
                found.add(found(file, placeholders));
            } catch (ScriptSyntaxException ex) {
                problems.add(ex.problem());
            }
        }
        for (Described java : Duplicates.firstOfEach(JavaMigrations.describe(javaMigrations, problems))) {
            found.add(found(java));
        }
        found.sort(FOUND_ORDER);
        return found;
    }

    private static Found found(MigrationFile file, Placeholders placeholders) {
        ScriptFile script = file.file();
        int raw = script.checksum();
        boolean mayReplace = file.kind() == MigrationKind.REPEATABLE
                && !Boolean.FALSE.equals(script.options().placeholderReplacement());
        int checksum = mayReplace ? placeholders.checksumAfterReplacement(script) : raw;
        ResolvedMigration migration = new ResolvedMigration(
                file.kind(),
                file.version(),
                file.description(),
                type(file.kind(), script.language().isExternal() ? SCRIPT : SQL),
                script.script(),
                checksum,
                new ScriptExecutor(script.location(), placeholders.admit(script)));
        return new Found(migration, script, checksum == raw ? null : raw);
    }

    private static Found found(Described java) {
        ResolvedMigration migration = new ResolvedMigration(
                java.kind(),
                java.version(),
                java.description(),
                type(java.kind(), JDBC),
                java.className(),
                java.checksum(),
                JavaMigrations.executor(java.migration()));
        return new Found(migration, null, null);
    }

    /** What the history calls a migration of this kind in this language. */
    static String type(MigrationKind kind, String language) {
        return switch (kind) {
            case VERSIONED, REPEATABLE -> language;
            case BASELINE -> language + "_BASELINE";
            case UNDO -> "UNDO_" + language;
        };
    }

    /** Stands where a file needs an executor. */
    private record ScriptExecutor(String location, boolean shouldExecute) implements MigrationExecutor {

        @Override
        public void execute(MigrationContext context) {
            throw new IllegalStateException(location + " is run by the script runner, not by its executor");
        }
    }
}
