package dev.migratedb.samples.quickstart.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this platform, unpacked from the class path.
 *
 * @param directory with {@code bin}, {@code lib} and {@code share}
 * @param account whose rights they run with
 */
record PostgresPrograms(Path directory, UnprivilegedAccount account) {

    private static final Logger log = LoggerFactory.getLogger(PostgresPrograms.class);

    /** The programs below a directory; unpacked there if missing. */
    static PostgresPrograms in(Path home) throws IOException {
        ClassPathResource archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path directory = home.resolve("postgresql-" + fingerprint(archive));
        if (!Files.exists(directory)) {
            log.info("Unpacking PostgreSQL into {} (first start only)", directory);
            Path unfinished = Staging.beside(directory);
            unpack(archive, unfinished);
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(directory, UnprivilegedAccount.forOwnerOf(directory.resolve("bin/postgres")));
    }

    static ClassPathResource archive(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : osName.toLowerCase(Locale.ROOT);
        String arch = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        ClassPathResource archive = new ClassPathResource("postgres-" + os + "-" + arch + ".txz");
        if (!archive.exists()) {
            throw new PostgresUnavailableException(
                    "The quickstart brings PostgreSQL for Linux and macOS, on x86-64 and arm64; this is " + osName
                            + " on " + osArch + ".",
                    PostgresUnavailableException.USE_OWN,
                    null);
        }
        return archive;
    }

    /** Runs one of the programs to its end. */
    String run(String program, String... arguments) {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        // without a locale, the server on macOS starts threads of the system and refuses to go on
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new PostgresUnavailableException(
                        program + " of PostgreSQL ended with exit code " + exitCode + ":\n\n" + output.strip(),
                        PostgresUnavailableException.USE_OWN,
                        null);
            }
            return output;
        } catch (IOException ex) {
            throw new PostgresUnavailableException(
                    program + " of PostgreSQL cannot run on this machine: " + ex.getMessage(),
                    PostgresUnavailableException.USE_OWN,
                    ex);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", ex);
        }
    }

    /** As the server names itself: {@code PostgreSQL 17.10}. */
    String version() {
        return run("postgres", "--version").replaceAll("[()]", "").strip().replaceFirst("^postgres ", "");
    }

    private static String fingerprint(ClassPathResource archive) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(archive.getInputStream(), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return String.format(Locale.ROOT, "%08x", checksum.getValue());
    }

    private static void unpack(ClassPathResource archive, Path target) throws IOException {
        try (InputStream in = new BufferedInputStream(archive.getInputStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException(archive + " has an entry outside of its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
