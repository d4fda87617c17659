package dev.migratedb.configuration;

import dev.migratedb.callback.Callback;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.resolver.MigrationResolver;
import java.util.List;
import java.util.function.Predicate;

/**
 * What code of the user takes part.
 *
 * @param javaMigrations instances, in addition to classes that are found
 * @param callbacks instances, in addition to classes that are found
 * @param callbackNames names of callback classes, or of packages to be searched for them
 * @param resolvers instances
 * @param resolverNames names of resolver classes
 * @param foundClasses which of the classes that are found in packages and locations take part
 * @param skipDefaultCallbacks whether callbacks in SQL and script files are left out
 * @param skipDefaultResolvers whether everything but the given resolvers and Java migration instances is left out
 */
public record ExtensionSettings(
        List<JavaMigration> javaMigrations,
        List<Callback> callbacks,
        List<String> callbackNames,
        List<MigrationResolver> resolvers,
        List<String> resolverNames,
        Predicate<Class<?>> foundClasses,
        boolean skipDefaultCallbacks,
        boolean skipDefaultResolvers) {

    /** The package that is searched for callback classes without being asked to. */
    public static final String CALLBACK_PACKAGE = "db.callback";

    /** Where all classes that are found take part. */
    public ExtensionSettings(
            List<JavaMigration> javaMigrations,
            List<Callback> callbacks,
            List<String> callbackNames,
            List<MigrationResolver> resolvers,
            List<String> resolverNames,
            boolean skipDefaultCallbacks,
            boolean skipDefaultResolvers) {
        this(
                javaMigrations,
                callbacks,
                callbackNames,
                resolvers,
                resolverNames,
                found -> true,
                skipDefaultCallbacks,
                skipDefaultResolvers);
    }

    public ExtensionSettings {
        javaMigrations = List.copyOf(javaMigrations);
        callbacks = List.copyOf(callbacks);
        callbackNames = Settings.texts("callbacks", callbackNames);
        resolvers = List.copyOf(resolvers);
        resolverNames = Settings.texts("migration-resolvers", resolverNames);
    }
}
