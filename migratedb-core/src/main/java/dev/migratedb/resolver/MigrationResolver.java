package dev.migratedb.resolver;

import dev.migratedb.migration.RunSettings;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.List;
import org.springframework.core.io.Resource;

/**
 * Finds migrations of a format of its own: a Spring bean, an instance given to the builder, or a class named in the settings.
 * Works in addition to the built-in formats, or instead of them.
 */
public interface MigrationResolver {

    /**
     * Everything that this resolver finds. Called once per run, before any of it runs; must not change the database.
     *
     * @return in any order; an empty collection where there is nothing
     */
    Collection<ResolvedMigration> resolve(Context context);

    /** What a resolver gets to work with. Valid only during the call; not thread-safe. */
    interface Context {

        /** The settings of the run. */
        RunSettings getSettings();

        /**
         * The files in the locations whose names begin and end like this.
         *
         * @param prefix upper and lower case count; empty for any
         * @param suffixes upper and lower case do not count; none for any
         */
        List<Resource> getResources(String prefix, String... suffixes);

        /** The encoding of files. */
        Charset getEncoding();

        /**
         * A text with its placeholders replaced.
         *
         * @param from the file it comes from, for error messages and the placeholder {@code filename}
         * @throws dev.migratedb.migration.MigrateDbException if a placeholder has no value
         */
        String replacePlaceholders(String text, Resource from);
    }
}
