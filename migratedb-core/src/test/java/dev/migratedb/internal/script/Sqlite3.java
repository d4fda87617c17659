package dev.migratedb.internal.script;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** SQLite's client. It runs the scripts, in memory, so they must be right, and tells of each statement that has ended. */
final class Sqlite3 implements SqlClient {

    /** What it writes behind a statement: how long it took. */
    private static final Pattern END = Pattern.compile("; -- \\d+ ns\\n");

    @Override
    public String missing() {
        return SqlClient.majorVersion("sqlite3", Pattern.compile("^(3)\\.\\d+")) == 3 ? "" : "sqlite3";
    }

    @Override
    public Answer read(Path script, Charset charset) throws IOException, InterruptedException {
        Path trace = script.resolveSibling("trace.txt");
        String complaints = SqlClient.run(
                script,
                List.of(
                        "sqlite3",
                        "-batch",
                        "-init",
                        "",
                        ":memory:",
                        ".output " + script.resolveSibling("rows.txt"),
                        ".trace " + trace + " --plain --profile",
                        ".read " + script));
        String traced = Files.readString(trace, charset);
        return new Answer(traced.isEmpty() ? List.of() : Arrays.asList(END.split(traced)), complaints);
    }
}
