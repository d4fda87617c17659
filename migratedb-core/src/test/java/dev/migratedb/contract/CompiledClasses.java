package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * A part of the class path that only one test sees: classes in packages that are searched by themselves would take part in
 * all tests.
 */
public final class CompiledClasses {

    private final Path sources;
    private final Path classes;
    private final List<String> files = new ArrayList<>();

    /** Creates an empty part below a directory. */
    public CompiledClasses(Path directory) {
        this.sources = directory.resolve("sources");
        this.classes = directory.resolve("classes");
    }

    /** Adds a source file; its path is that of the class, with slashes. */
    public CompiledClasses add(String path, String source) {
        try {
            Path file = sources.resolve(path + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source).toString());
            return this;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Adds a callback that writes its name into the table {@code heard}. */
    public CompiledClasses addCallback(String path, String event) {
        return add(path, """
                package %s;

                import dev.migratedb.callback.Callback;
                import dev.migratedb.callback.CallbackContext;
                import dev.migratedb.callback.Event;

                public class %s implements Callback {

                    @Override
                    public boolean supports(Event event, CallbackContext context) {
                        return event == Event.%s;
                    }

                    @Override
                    public void handle(Event event, CallbackContext context) {
                        context.getJdbcClient().sql("insert into heard values ('" + getClass().getName() + "')").update();
                    }
                }
                """.formatted(packageOf(path), simpleName(path), event));
    }

    /** Adds a Java migration that creates a table. */
    public CompiledClasses addMigration(String path, String table) {
        return add(path, """
                package %s;

                import dev.migratedb.migration.BaseJavaMigration;
                import dev.migratedb.migration.MigrationContext;

                public class %s extends BaseJavaMigration {

                    @Override
                    public void migrate(MigrationContext context) {
                        context.getJdbcClient().sql("create table %s (id int)").update();
                    }
                }
                """.formatted(packageOf(path), simpleName(path), table));
    }

    /** Compiles what was added and tells where the classes are found. */
    public URLClassLoader load() {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        arguments.addAll(files);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        try {
            return new URLClassLoader(
                    new URL[] {classes.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String packageOf(String path) {
        return path.substring(0, path.lastIndexOf('/')).replace('/', '.');
    }

    private static String simpleName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
