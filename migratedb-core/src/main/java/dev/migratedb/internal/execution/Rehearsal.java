package dev.migratedb.internal.execution;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationInfo;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run that changes nothing: what it would send is written on a page, as a script for the database's own client. Only
 * questions go to the database. Used by the thread of the run.
 */
public final class Rehearsal {

    private static final int BUFFER_SIZE = 8192;

    private final Page page;
    private final Set<String> leftOut = new LinkedHashSet<>();
    private int statements;

    public Rehearsal(Page page) {
        this.page = page;
    }

    /** Where the script goes. */
    public interface Page {

        /** Begins a part of the script. */
        void begin(String title, @Nullable MigrationInfo migration) throws IOException;

        /** Adds to the part. */
        void append(CharSequence text) throws IOException;
    }

    /** Something that may fail when it is written. */
    private interface Writing {
        void write() throws IOException;
    }

    /** Begins a part of the script, with the migration that it runs. */
    public void section(String title, @Nullable MigrationInfo migration) {
        written(() -> page.begin(oneLine(title), migration));
    }

    /** Says something that is no SQL. */
    public void note(String text) {
        written(() -> page.append("-- " + oneLine(text) + "\n"));
    }

    /** Says that something is no SQL, so that the script cannot do it. */
    public void leaveOut(String what, String source) {
        leftOut.add(what + " (" + source + ")");
        note("NOT IN THIS SCRIPT, since it is no SQL: " + what + " (" + source + ")");
    }

    /** What the script cannot do, each once. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** What only the database's own client understands. */
    void client(String text) {
        written(() -> page.append(text));
    }

    /** How many statements were written. */
    public int statements() {
        return statements;
    }

    /** A statement that would have been sent, as the client takes it. */
    void statement(String text) {
        statements++;
        written(() -> page.append(text));
    }

    /** A statement with data that would have been sent, as the client takes it. */
    long copy(String text, Reader data) {
        statement(text);
        written(() -> {
            char[] buffer = new char[BUFFER_SIZE];
            char last = '\n';
            for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
                if (read > 0) {
                    page.append(new String(buffer, 0, read));
                    last = buffer[read - 1];
                }
            }
            page.append(last == '\n' ? "\\.\n" : "\n\\.\n");
        });
        return -1;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    private void written(Writing writing) {
        try {
            writing.write();
        } catch (IOException ex) {
            throw new MigrateDbException(
                    ErrorCode.CONFIGURATION,
                    "What the run would do could not be written to where 'migratedb.dry-run-output' (builder: dryRunOutput)"
                            + " says: " + ex.getMessage() + ". Nothing was changed in the database.",
                    ex);
        }
    }
}
