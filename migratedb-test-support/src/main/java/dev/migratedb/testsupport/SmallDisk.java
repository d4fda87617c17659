package dev.migratedb.testsupport;

import java.util.List;

/**
 * A server of its own for one test that has no room for large tables, on Linux. A disk cannot be filled without the rights of the
 * machine's administrator; here the system refuses to let files grow, and the server meets that at the same place.
 */
public final class SmallDisk implements AutoCloseable {

    private final Server server;

    private SmallDisk(Server server) {
        this.server = server;
        FileLimit.set(server.pid());
    }

    private interface Server {

        long pid();

        FreshDatabase freshDatabase();

        void close();
    }

    /** PostgreSQL, from the embedded binaries. */
    public static SmallDisk postgres() {
        OwnPostgres postgres = OwnPostgres.start();
        return new SmallDisk(new Server() {

            @Override
            public long pid() {
                return postgres.pid();
            }

            @Override
            public FreshDatabase freshDatabase() {
                return postgres.freshDatabase();
            }

            @Override
            public void close() {
                postgres.close();
            }
        });
    }

    /** MariaDB; tests ask {@link MariadbTestDatabase#isAvailable()} first. */
    public static SmallDisk mariadb() {
        // the log ahead has its full size from the beginning
        MysqlServer mariadb = MariadbTestDatabase.server(FileLimit.AS_ERROR, List.of("--innodb-log-file-size=8M"));
        MysqlDatabases databases = new MysqlDatabases(mariadb);
        return new SmallDisk(new Server() {

            @Override
            public long pid() {
                return mariadb.pid();
            }

            @Override
            public FreshDatabase freshDatabase() {
                return databases.freshDatabase();
            }

            @Override
            public void close() {
                mariadb.end();
            }
        });
    }

    /** Makes an empty database. The caller closes it, which drops it. */
    public FreshDatabase freshDatabase() {
        return server.freshDatabase();
    }

    /** Gives room for whatever a test wants to write, to sessions that begin from now on. */
    public void makeRoom() {
        FileLimit.lift(server.pid());
    }

    /** Ends the server, and deletes its data. */
    @Override
    public void close() {
        server.close();
    }
}
