package dev.migratedb.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The limit of the system on the size of the files that a process, and those it starts from then on, may write. On Linux. */
final class FileLimit {

    /** Has a program get an error at the limit, where the signal would end it. */
    static final List<String> AS_ERROR = List.of("env", "--ignore-signal=XFSZ");

    /** Larger than what the servers of the tests have when they start, and smaller than what the tests want to write. */
    private static final String SMALL = String.valueOf(16 * 1024 * 1024);

    private FileLimit() {}

    static void set(long process) {
        set(process, SMALL);
    }

    static void lift(long process) {
        set(process, "unlimited");
    }

    private static void set(long process, String bytes) {
        try {
            Path log = Files.createTempFile("migratedb-prlimit-", ".log");
            // only the soft limit, which may be raised again
            MysqlServer.run(List.of("prlimit", "--pid", String.valueOf(process), "--fsize=" + bytes + ":"), log);
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
