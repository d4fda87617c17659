package dev.migratedb.samples.quickstart.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Directories that are filled first and take their place when they are complete. */
final class Staging {

    private static final Logger log = LoggerFactory.getLogger(Staging.class);

    private static final String PREFIX = "unfinished-";

    private Staging() {}

    /** A new empty directory in the same file system; those that a killed process has left are removed. */
    static Path beside(Path place) throws IOException {
        Path home = place.getParent();
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(home, PREFIX + "*")) {
            for (Path leftover : leftovers) {
                remove(leftover);
            }
        }
        Path staging = Files.createTempDirectory(home, PREFIX);
        Files.setPosixFilePermissions(staging, PosixFilePermissions.fromString("rwxr-xr-x"));
        return staging;
    }

    private static void remove(Path leftover) {
        try {
            FileSystemUtils.deleteRecursively(leftover);
        } catch (IOException ex) {
            // an orphaned initdb may still be writing into it; the next start tries again
            log.debug("{} could not be removed", leftover, ex);
        }
    }
}
