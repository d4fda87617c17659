package dev.migratedb.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where servers keep their data: in memory where the machine has a file system for that with room enough, else on disk. */
final class DataFolder {

    /** Linux offers it everywhere, but containers often with 64 MB only. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** More than the data of all servers together ever takes. */
    private static final long ROOM = 4L << 30;

    private DataFolder() {}

    /**
     * Makes an empty folder that nobody else uses. The caller deletes it.
     *
     * <p>A database of PostgreSQL is some 300 files: creating and deleting them for each test costs a disk more time than
     * the tests themselves take.
     */
    static Path create(String prefix) throws IOException {
        return hasRoom() ? Files.createTempDirectory(MEMORY, prefix) : Files.createTempDirectory(prefix);
    }

    private static boolean hasRoom() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM;
    }
}
