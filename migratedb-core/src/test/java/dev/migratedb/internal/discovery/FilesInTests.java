package dev.migratedb.internal.discovery;

import dev.migratedb.configuration.ExtensionSettings;
import dev.migratedb.configuration.LocationSettings;
import dev.migratedb.configuration.NamingRules;
import dev.migratedb.migration.JavaMigration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

/** Files that a test makes, and searches for them. */
final class FilesInTests {

    static final String SQL = "select 1;";

    private FilesInTests() {}

    /** A file below a directory; missing directories are made. */
    static Path file(Path directory, String relative, byte[] content) {
        try {
            Path file = directory.resolve(relative);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }

    static Path file(Path directory, String relative, String content) {
        return file(directory, relative, content.getBytes(StandardCharsets.UTF_8));
    }

    static void sqlFiles(Path directory, String... relatives) {
        for (String relative : relatives) {
            file(directory, relative, SQL);
        }
    }

    /** A jar with entries for its directories, as build tools make them; the content of each file is its name. */
    static Path jar(Path jar, String... entries) {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            List<String> directories = List.of(entries).stream()
                    .flatMap(FilesInTests::parents)
                    .distinct()
                    .sorted()
                    .toList();
            for (String directory : directories) {
                out.putNextEntry(new JarEntry(directory));
                out.closeEntry();
            }
            for (String entry : entries) {
                out.putNextEntry(new JarEntry(entry));
                out.write(entry.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
            return jar;
        } catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }

    private static Stream<String> parents(String entry) {
        return IntStream.range(0, entry.length())
                .filter(index -> entry.charAt(index) == '/')
                .mapToObj(index -> entry.substring(0, index + 1));
    }

    static LocationSettings settings(ResourceLoader loader, String... locations) {
        return new LocationSettings(List.of(locations), List.of(), false, StandardCharsets.UTF_8, false, loader);
    }

    static LocationSettings settings(String... locations) {
        return settings(new DefaultResourceLoader(), locations);
    }

    static Discovered discover(LocationSettings settings, JavaMigration... javaMigrations) {
        return Discovery.discover(settings, NamingRules.DEFAULT, extensions(false, javaMigrations));
    }

    static ExtensionSettings extensions(boolean skipDefaultResolvers, JavaMigration... javaMigrations) {
        return new ExtensionSettings(
                List.of(javaMigrations), List.of(), List.of(), List.of(), List.of(), false, skipDefaultResolvers);
    }

    static Discovered discover(String... locations) {
        return discover(settings(locations));
    }

    static List<String> scripts(Discovered discovered) {
        return discovered.migrations().stream()
                .map(migration -> migration.file().script())
                .toList();
    }
}
