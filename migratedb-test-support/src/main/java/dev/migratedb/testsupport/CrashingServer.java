package dev.migratedb.testsupport;

/**
 * A server of its own for one test, which writes down what is committed before it says so: to be crashed, and started again on
 * the same data and at the same address.
 */
public interface CrashingServer extends AutoCloseable {

    /** PostgreSQL, from the embedded binaries. */
    static CrashingServer postgres() {
        return OwnPostgres.start();
    }

    /** MariaDB; tests ask {@link MariadbTestDatabase#isAvailable()} first. */
    static CrashingServer mariadb() {
        return CrashingMariadb.start();
    }

    /** Makes an empty database that survives a crash. The caller closes it, which drops it. */
    FreshDatabase freshDatabase();

    /** Ends the server at once: nothing is written any more, and no client is told. Returns when it has ended. */
    void crash();

    /** Starts it again after a crash. Returns when it takes connections, so when it has recovered. */
    void startAgain();

    /** Ends it, and deletes its data. */
    @Override
    void close();
}
