package dev.migratedb.internal.discovery;

import dev.migratedb.callback.Callback;
import dev.migratedb.configuration.ExtensionSettings;
import dev.migratedb.configuration.LocationSettings;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.resolver.MigrationResolver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Code of the user that takes part without being given as an instance: classes that are found on the class path. */
public final class FoundClasses {

    private FoundClasses() {}

    /**
     * Adds an instance of each class that is found: callbacks in their own package and by name, resolvers by name, Java
     * migrations in the locations. A class of which there is an instance already is left out.
     *
     * @throws dev.migratedb.migration.MigrateDbException if a name is wrong, or a class cannot be created
     */
    public static ExtensionSettings addedTo(ExtensionSettings given, LocationSettings locations) {
        return new ExtensionSettings(
                given.skipDefaultResolvers() ? given.javaMigrations() : javaMigrations(given, locations),
                callbacks(given, locations),
                given.callbackNames(),
                resolvers(given, locations),
                given.resolverNames(),
                given.foundClasses(),
                given.skipDefaultCallbacks(),
                given.skipDefaultResolvers());
    }

    private static List<Callback> callbacks(ExtensionSettings given, LocationSettings locations) {
        ClassSearch<Callback> search =
                new ClassSearch<>(Callback.class, locations.resourceLoader(), given.callbacks(), given.foundClasses());
        given.callbackNames().forEach(name -> search.named(name, "callbacks"));
        search.inPackage(ExtensionSettings.CALLBACK_PACKAGE.replace('.', '/'), file -> true);
        return both(given.callbacks(), search.found());
    }

    private static List<JavaMigration> javaMigrations(ExtensionSettings given, LocationSettings locations) {
        ClassSearch<JavaMigration> search = new ClassSearch<>(
                JavaMigration.class, locations.resourceLoader(), given.javaMigrations(), given.foundClasses());
        for (String text : locations.locations()) {
            Location location = classPathLocation(text);
            // the root of the class path would be all classes there are
            if (location != null && !location.root().isEmpty()) {
                search.inPackage(location.root(), location.filter());
            }
        }
        return both(given.javaMigrations(), search.found());
    }

    private static List<MigrationResolver> resolvers(ExtensionSettings given, LocationSettings locations) {
        ClassSearch<MigrationResolver> search = new ClassSearch<>(
                MigrationResolver.class, locations.resourceLoader(), given.resolvers(), given.foundClasses());
        given.resolverNames().forEach(name -> search.named(name, "migration-resolvers"));
        return both(given.resolvers(), search.found());
    }

    /** Null for other locations, and for what is no location at all, which is told when it is searched for files. */
    private static @Nullable Location classPathLocation(String text) {
        try {
            Location location = Location.of(text);
            return location.kind() == Location.Kind.CLASS_PATH ? location : null;
        } catch (IllegalArgumentException ex) {
            return null;
        }
    }

    private static <T> List<T> both(List<T> given, List<T> found) {
        List<T> both = new ArrayList<>(given);
        both.addAll(found);
        return both;
    }
}
