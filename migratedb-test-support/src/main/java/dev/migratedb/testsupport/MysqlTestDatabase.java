package dev.migratedb.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * MySQL: one server for the whole JVM, from binaries that the profile {@code mysql} of the build puts on the class path, and a
 * database of its own for each test. Tests ask {@link #isAvailable()} first.
 */
public final class MysqlTestDatabase implements TestDatabase {

    private static final Logger logger = LoggerFactory.getLogger(MysqlTestDatabase.class);

    private final MysqlDatabases databases;

    private MysqlTestDatabase(MysqlServer server) {
        this.databases = new MysqlDatabases(server);
    }

    /** Whether there are binaries of the server that run here. */
    public static boolean isAvailable() {
        return Binaries.FOLDER != null;
    }

    public static MysqlTestDatabase get() {
        return Started.INSTANCE;
    }

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public String quoted(String name) {
        return '`' + name + '`';
    }

    @Override
    public FreshDatabase freshDatabase() {
        return databases.freshDatabase();
    }

    private static final class Binaries {

        private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

        static final @Nullable Path FOLDER = unpacked();

        private static @Nullable Path unpacked() {
            boolean runs = System.getProperty("os.name").equals("Linux")
                    && System.getProperty("os.arch").equals("amd64");
            try (InputStream archive = runs ? MysqlTestDatabase.class.getResourceAsStream(ARCHIVE) : null) {
                if (archive == null) {
                    logger.info("Tests on MySQL are skipped: they need the profile mysql, and Linux on amd64");
                    return null;
                }
                Path folder = Files.createTempDirectory("migratedb-mysql-binaries-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                Path file = folder.resolve("mysql.tar.gz");
                Files.copy(archive, file);
                MysqlServer.run(
                        List.of("tar", "-xzf", file.toString(), "-C", folder.toString()), folder.resolve("tar.log"));
                return runs(folder) ? folder : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean runs(Path folder) {
            try {
                MysqlServer.run(
                        List.of(server(folder).toString(), "--no-defaults", "--version"),
                        folder.resolve("version.log"));
                return true;
            } catch (IOException e) {
                logger.warn(
                        "Tests on MySQL are skipped: its server does not run here (Debian's libaio1 is needed): {}",
                        e.getMessage());
                return false;
            }
        }

        static Path server(Path folder) {
            return folder.resolve("bin").resolve("mysqld");
        }

        private static void delete(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                logger.debug("The folder {} stays", folder, e);
            }
        }
    }

    private static final class Started {

        static final MysqlTestDatabase INSTANCE = new MysqlTestDatabase(start());

        private static MysqlServer start() {
            Path folder = Binaries.FOLDER;
            if (folder == null) {
                throw new IllegalStateException("There is no server of MySQL here");
            }
            Path server = Binaries.server(folder);
            List<String> initialise = new ArrayList<>(
                    List.of(server.toString(), "--no-defaults", "--initialize-insecure", "--basedir=" + folder));
            initialise.addAll(MysqlServer.asRoot());
            return MysqlServer.start(
                    "mysql", List.of(server.toString()), initialise, List.of("--basedir=" + folder, "--mysqlx=OFF"));
        }
    }
}
