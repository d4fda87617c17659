package dev.migratedb.internal.execution;

import dev.migratedb.internal.script.LineChecksum;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A script that the operating system runs.
 *
 * @param file the script
 * @param interpreters of this machine
 * @param environment of the run
 * @param secrets of the run
 */
record ExternalScript(ScriptFile file, Interpreters interpreters, ScriptEnvironment environment, Secrets secrets) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.script");

    /**
     * Runs the script where it is, or, where the operating system does not find it there, a private copy of it.
     *
     * @param connection of the run; null before there is one
     * @throws MigrateDbException if it cannot be started, has changed since it was found, or ends with another code than 0
     */
    void run(@Nullable Connection connection) {
        try {
            refuseIfChanged();
            Path path = file.path();
            if (path != null) {
                run(path, connection);
                return;
            }
            Path directory = privateDirectory();
            try {
                run(copyTo(directory), connection);
            } finally {
                FileSystemUtils.deleteRecursively(directory);
            }
        } catch (IOException ex) {
            throw new MigrateDbException(
                    ErrorCode.UNREADABLE_FILE, file.location() + " could not be run: " + ex.getMessage(), ex);
        }
    }

    private void run(Path script, @Nullable Connection connection) throws IOException {
        List<String> command = interpreters
                .command(file.language(), script)
                .orElseThrow(() -> new MigrateDbException(ErrorCode.CONFIGURATION, missingProgram()));
        LOG.debug("Executing {}", command);
        Secrets masked = secrets.and(environment.password());
        ExternalProcess.Ended ended = new ExternalProcess(
                        command,
                        environment.variables(file.filename(), connection),
                        line -> LOG.info("{}", masked.mask(line)))
                .run();
        if (ended.exitCode() != 0) {
            String output = ended.lastLines().isEmpty()
                    ? " It wrote nothing."
                    : ended.lastLines().stream()
                            .map(masked::mask)
                            .collect(Collectors.joining("\n  ", " The last that it wrote:\n  ", ""));
            throw new MigrateDbException(
                    ErrorCode.MIGRATION_FAILED,
                    file.location() + " ended with exit code " + ended.exitCode() + "." + output);
        }
    }

    /** Whether there is a program that can run it. */
    boolean canRun() {
        return interpreters.command(file.language(), Path.of(file.filename())).isPresent();
    }

    /** What to say where no program can run it. */
    String missingProgram() {
        return file.location() + " needs the program "
                + interpreters.candidates(file.language()).stream()
                        .map(program -> "'" + program + "'")
                        .collect(Collectors.joining(" or "))
                + ", which is not installed, or not on the PATH of this process.";
    }

    private void refuseIfChanged() throws IOException {
        try (InputStream content = file.content().open()) {
            int checksum = LineChecksum.of(content, file.encoding());
            if (checksum != file.checksum()) {
                throw new MigrateDbException(
                        ErrorCode.UNREADABLE_FILE,
                        file.location() + " was changed while the run was going on: its checksum was " + file.checksum()
                                + " when it was found, and is " + checksum + " now.");
            }
        }
    }

    /** A directory that only this user can look into, also for the moment between its creation and its use. */
    private static Path privateDirectory() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        boolean posix = temporary.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? Files.createTempDirectory(
                        "migratedb", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createTempDirectory("migratedb");
    }

    private Path copyTo(Path directory) throws IOException {
        Path copy = directory.resolve(file.filename());
        try (InputStream content = file.content().open()) {
            Files.copy(content, copy);
        }
        return copy;
    }
}
