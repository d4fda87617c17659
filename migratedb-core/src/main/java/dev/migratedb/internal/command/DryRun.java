package dev.migratedb.internal.command;

import dev.migratedb.configuration.Configuration.DryRunOutput;
import dev.migratedb.internal.execution.Rehearsal;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.result.PlanResult.Section;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.WritableResource;

/**
 * Writes a rehearsal to where the settings say. A file gets its content in one piece at the end, so that a run that fails
 * leaves the file of the run before.
 */
final class DryRun implements Rehearsal.Page, AutoCloseable {

    private final String name;
    private final Appendable out;
    private final @Nullable Writer writer;
    private final @Nullable Path part;
    private final @Nullable Path file;
    private boolean begun;

    private DryRun(String name, Appendable out, @Nullable Writer writer, @Nullable Path part, @Nullable Path file) {
        this.name = name;
        this.out = out;
        this.writer = writer;
        this.part = part;
        this.file = file;
    }

    /**
     * Opens the output.
     *
     * @throws MigrateDbException if it cannot be written
     */
    static DryRun open(DryRunOutput settings) {
        WritableResource resource = settings.resource();
        if (resource == null) {
            return new DryRun("its output", Objects.requireNonNull(settings.output()), null, null, null);
        }
        try {
            if (!resource.isFile()) {
                Writer writer = new OutputStreamWriter(resource.getOutputStream(), StandardCharsets.UTF_8);
                return new DryRun(resource.getDescription(), writer, writer, null, null);
            }
            Path file = resource.getFile().toPath().toAbsolutePath();
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), file.getFileName() + "-", ".part");
            BufferedWriter writer = Files.newBufferedWriter(part);
            return new DryRun(file.toString(), writer, writer, part, file);
        } catch (IOException ex) {
            throw unwritable(resource.getDescription(), ex);
        }
    }

    /** Where it goes, for people. */
    String name() {
        return name;
    }

    @Override
    public void begin(String title, @Nullable MigrationInfo migration) throws IOException {
        if (begun) {
            out.append('\n');
        }
        begun = true;
        out.append(new Section(title, migration, null).heading());
    }

    @Override
    public void append(CharSequence text) throws IOException {
        out.append(text);
    }

    /** To be called when the run has succeeded. */
    void complete() {
        try {
            if (writer != null) {
                writer.close();
            }
            if (part != null && file != null) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException ex) {
            throw unwritable(name, ex);
        }
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException ex) {
            throw unwritable(name, ex);
        }
    }

    private static MigrateDbException unwritable(String name, IOException cause) {
        return new MigrateDbException(
                ErrorCode.CONFIGURATION,
                "The output of the dry run, " + name + ", cannot be written: " + cause.getMessage()
                        + ". Nothing was changed in the database. Correct 'migratedb.dry-run-output' (builder:"
                        + " dryRunOutput).",
                cause);
    }
}
