package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.resolver.MigrationResolver;
import dev.migratedb.resolver.ResolvedMigration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;

/** Asks the resolvers of the user for migrations, and does not trust the answers. */
public final class CustomMigrations {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private static final String UNDO_PREFIX = "UNDO_";
    private static final String BASELINE_SUFFIX = "_BASELINE";

    /** Types of rows that no migration has written. */
    private static final Set<String> ROWS_OF_THE_ENGINE = Set.of("SCHEMA", "BASELINE", "DELETE", "TABLE");

    /** As wide as the column of the history. */
    private static final int LONGEST_TYPE = 20;

    private CustomMigrations() {}

    /**
     * What was found already, and everything that resolvers find, each identity once.
     *
     * @param builtIn what was found already
     * @param problems gets what is wrong with a resolver or a migration, which is left out
     */
    public static List<Found> addTo(
            List<Found> builtIn,
            List<MigrationResolver> resolvers,
            MigrationResolver.Context context,
            List<ScriptProblem> problems) {
        List<Found> found = new ArrayList<>();
        for (MigrationResolver resolver : resolvers) {
            found.addAll(ask(resolver, context, problems));
        }
        return Duplicates.withCustom(builtIn, found, problems);
    }

    private static List<Found> ask(
            MigrationResolver resolver, MigrationResolver.Context context, List<ScriptProblem> problems) {
        String name = ClassUtils.getUserClass(resolver).getName();
        List<Found> found = new ArrayList<>();
        try {
            Collection<ResolvedMigration> migrations = resolver.resolve(context);
            for (ResolvedMigration migration : Objects.requireNonNull(migrations, "it returned null")) {
                String contradiction = contradiction(Objects.requireNonNull(migration, "it returned a null"));
                if (contradiction == null) {
                    found.add(new Found(migration, null, null));
                } else {
                    problems.add(new ScriptProblem(
                            ErrorCode.INVALID_NAME,
                            null,
                            "Migration " + migration.script() + " of resolver " + name + " " + contradiction + ".",
                            "Correct what the resolver returns."));
                }
            }
        } catch (MigrateDbException ex) {
            problems.add(failed(ex.errorCode(), name, String.valueOf(ex.getMessage())));
        } catch (RuntimeException ex) {
            LOG.warn("Resolver {} failed", name, ex);
            problems.add(failed(ErrorCode.CONFIGURATION, name, ex.toString()));
        }
        return found;
    }

    private static ScriptProblem failed(ErrorCode code, String resolver, String reason) {
        return new ScriptProblem(
                code, null, "Resolver " + resolver + " failed: " + reason, "Correct the resolver or what it reads.");
    }

    private static @Nullable String contradiction(ResolvedMigration migration) {
        String type = migration.type().toUpperCase(Locale.ROOT);
        boolean undo = type.startsWith(UNDO_PREFIX);
        boolean baseline = type.endsWith(BASELINE_SUFFIX);
        if (type.isBlank() || type.length() > LONGEST_TYPE || ROWS_OF_THE_ENGINE.contains(type)) {
            return "has the type '" + migration.type() + "'; a type has 1 to " + LONGEST_TYPE
                    + " characters and is none of "
                    + ROWS_OF_THE_ENGINE.stream().sorted().toList();
        }
        if (migration.kind() == MigrationKind.REPEATABLE
                && migration.description().isBlank()) {
            return "has no description, which identifies a repeatable migration";
        }
        return switch (migration.kind()) {
            case UNDO ->
                undo
                        ? null
                        : "is of kind UNDO, but its type '" + migration.type() + "' does not begin with " + UNDO_PREFIX;
            case BASELINE ->
                baseline && !undo
                        ? null
                        : "is of kind BASELINE, but its type '" + migration.type() + "' does not end with "
                                + BASELINE_SUFFIX;
            case VERSIONED, REPEATABLE ->
                undo || baseline
                        ? "is of kind " + migration.kind() + ", but has the type '" + migration.type()
                                + "', which is that of another kind"
                        : null;
        };
    }
}
