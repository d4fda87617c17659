package dev.migratedb.internal.discovery;

import static dev.migratedb.internal.discovery.FilesInTests.discover;
import static dev.migratedb.internal.discovery.FilesInTests.file;
import static dev.migratedb.internal.discovery.FilesInTests.jar;
import static dev.migratedb.internal.discovery.FilesInTests.scripts;
import static dev.migratedb.internal.discovery.FilesInTests.settings;
import static dev.migratedb.internal.discovery.FilesInTests.sqlFiles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.migratedb.internal.script.LineChecksum;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

class ClassPathDiscoveryTests {

    @TempDir
    Path temporary;

    private final List<URLClassLoader> classLoaders = new ArrayList<>();

    @AfterEach
    void closeClassLoaders() throws IOException {
        for (URLClassLoader classLoader : classLoaders) {
            classLoader.close();
        }
    }

    @Test
    void findsFilesInDirectoriesAndJarsOfTheClassPath() throws IOException {
        sqlFiles(temporary.resolve("classes"), "db/migration/V1__a.sql", "db/other/V9__x.sql");
        jar(temporary.resolve("a.jar"), "db/migration/sub/V2__b.sql", "db/migration2/V8__x.sql", "META-INF/x.sql");
        jar(temporary.resolve("b.jar"), "db/migration/V3__c.sql", "db/migration/.hidden/V7__x.sql");

        Discovered discovered = search("db/migration", "classes", "a.jar", "b.jar");

        assertThat(discovered.problems()).isEmpty();
        assertThat(discovered.warnings()).isEmpty();
        assertThat(scripts(discovered)).containsExactly("V1__a.sql", "sub/V2__b.sql", "V3__c.sql");
        assertThat(discovered.migrations())
                .extracting(migration -> migration.file().location())
                .containsExactly(
                        "classpath:db/migration/V1__a.sql",
                        "classpath:db/migration/sub/V2__b.sql",
                        "classpath:db/migration/V3__c.sql");
    }

    @Test
    void readsJarEntriesDuringTheSearchAndAgainLater() throws IOException {
        String entry = "db/migration/V1__grüße #1 100%.sql";
        jar(temporary.resolve("a b.jar"), entry, "db/migration/V2__x.sql");

        List<MigrationFile> migrations =
                search("classpath:/db/migration/", "a b.jar").migrations();

        assertThat(migrations).hasSize(2);
        ScriptFile script = migrations.get(0).file();
        assertThat(script.script()).isEqualTo("V1__grüße #1 100%.sql");
        assertThat(script.checksum()).isEqualTo(LineChecksum.of(entry));
        for (int time = 0; time < 2; time++) {
            try (InputStream content = script.content().open()) {
                assertThat(content).hasContent(entry);
            }
        }
    }

    @Test
    void closesTheJarsThatItHasOpened() throws IOException {
        jar(temporary.resolve("a.jar"), "db/migration/V1__x.sql");
        LocatedFile file;
        try (LocationScanner scanner = new LocationScanner(loader("a.jar"))) {
            file = scanner.list(Location.of("db/migration")).files().get(0);
            file.now().open().close();
        }

        assertThatIllegalStateException().isThrownBy(() -> file.now().open()).withMessageContaining("closed");
        file.later().open().close();
    }

    @Test
    void readsNoJarThroughTheCacheOfAllConnections() throws IOException {
        Path jar = jar(temporary.resolve("a.jar"), "db/migration/V1__x.sql");
        ScriptFile script = search("db/migration", "a.jar").migrations().get(0).file();
        closeClassLoaders();

        Files.move(jar(temporary.resolve("new.jar"), "db/other.sql"), jar, StandardCopyOption.REPLACE_EXISTING);

        // a jar in that cache would still show the old content
        assertThatIOException().isThrownBy(() -> script.content().open().close());
    }

    @Test
    void obeysConfFilesInJars() throws IOException {
        Path classes = temporary.resolve("classes");
        sqlFiles(classes, "db/migration/V1__x.sql");
        file(classes, "db/migration/V1__x.sql.conf", "executeInTransaction=false");
        jar(temporary.resolve("a.jar"), "db/migration/V2__x.sql", "db/migration/V2__x.sql.conf");

        Discovered discovered = search("db/migration", "classes", "a.jar");

        assertThat(discovered.migrations().get(0).file().options()).isEqualTo(new ScriptOptions(false, null));
        // what such a file has in a jar of this test is its own name, which is no key
        assertThat(discovered.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.position()).hasToString("classpath:db/migration/V2__x.sql.conf:1:1"));
    }

    @Test
    void doesNotApplyTheConfFileOfAnotherJar() throws IOException {
        jar(temporary.resolve("a.jar"), "db/migration/V1__x.sql");
        jar(temporary.resolve("b.jar"), "db/migration/V1__x.sql.conf");

        assertThat(search("db/migration", "a.jar", "b.jar").problems()).isEmpty();
    }

    @Test
    void namesBothJarsThatHaveTheSameFile() throws IOException {
        jar(temporary.resolve("a.jar"), "db/migration/V1__x.sql");
        jar(temporary.resolve("b.jar"), "db/migration/V1__x.sql");

        Discovered discovered = search("db/migration", "a.jar", "b.jar");

        assertThat(discovered.migrations()).isEmpty();
        assertThat(discovered.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("2 migrations have version 1: classpath:db/migration/V1__x.sql (")
                        .contains("/a.jar!/db/migration/V1__x.sql) and ")
                        .contains("/b.jar!/db/migration/V1__x.sql)"));
    }

    @Test
    void takesAFileOnceThatClassPathAndFileSystemShare() throws IOException {
        sqlFiles(temporary.resolve("classes"), "db/migration/V1__x.sql");

        Discovered discovered = discover(
                settings(loader("classes"), "db/migration", "filesystem:" + temporary.resolve("classes/db/migration")));

        assertThat(scripts(discovered)).containsExactly("V1__x.sql");
        assertThat(discovered.problems()).isEmpty();
        assertThat(discovered.warnings())
                .singleElement()
                .asString()
                .contains("has a file that location 'db/migration' has too, such as V1__x.sql");
    }

    @Test
    void selectsByWildcardsInDirectoriesAndJars() throws IOException {
        sqlFiles(temporary.resolve("classes"), "db/a/sql/V1__x.sql", "db/a/V7__x.sql", "db/V8__x.sql");
        jar(temporary.resolve("a.jar"), "db/b/sql/x/V2__x.sql", "db/b/c/sql/V3__x.sql");

        assertThat(scripts(search("db/*/sql", "classes", "a.jar")))
                .containsExactly("a/sql/V1__x.sql", "b/sql/x/V2__x.sql");
        assertThat(scripts(search("db/**/sql", "classes", "a.jar")))
                .containsExactly("a/sql/V1__x.sql", "b/sql/x/V2__x.sql", "b/c/sql/V3__x.sql");
        assertThat(search("db/*/sql", "classes").migrations().get(0).file().location())
                .isEqualTo("classpath:db/a/sql/V1__x.sql");
    }

    @Test
    void searchesSeveralLocationsOfOneJar() throws IOException {
        jar(temporary.resolve("a.jar"), "one/V1__x.sql", "two/V2__x.sql");

        assertThat(scripts(discover(settings(loader("a.jar"), "one", "two"))))
                .containsExactly("V1__x.sql", "V2__x.sql");
    }

    @Test
    void takesAnEmptyDirectoryForAnExistingLocation() throws IOException {
        Files.createDirectories(temporary.resolve("classes/db/migration"));

        assertThat(search("db/migration", "classes").warnings()).containsExactly("No migrations found in db/migration");
    }

    private Discovered search(String location, String... classPath) throws IOException {
        return discover(settings(loader(classPath), location));
    }

    private DefaultResourceLoader loader(String... classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String element : classPath) {
            urls.add(temporary.resolve(element).toUri().toURL());
        }
        URLClassLoader classLoader = new URLClassLoader(urls.toArray(new URL[0]), null);
        classLoaders.add(classLoader);
        return new DefaultResourceLoader(classLoader);
    }
}
