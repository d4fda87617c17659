package dev.migratedb.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A server of MariaDB that is killed. */
final class CrashingMariadb implements CrashingServer {

    private static final List<String> DURABLE =
            List.of("--innodb-flush-log-at-trx-commit=1", "--innodb-flush-method=fsync");

    private final MysqlServer server;
    private final MysqlDatabases databases;

    private CrashingMariadb(MysqlServer server) {
        this.server = server;
        this.databases = new MysqlDatabases(server);
    }

    static CrashingMariadb start() {
        return new CrashingMariadb(MariadbTestDatabase.server(List.of(), DURABLE));
    }

    @Override
    public FreshDatabase freshDatabase() {
        return databases.freshDatabase();
    }

    @Override
    public void crash() {
        server.kill();
    }

    @Override
    public void startAgain() {
        try {
            server.launch();
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB does not start again", e);
        }
    }

    @Override
    public void close() {
        server.end();
    }
}
