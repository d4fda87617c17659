package dev.migratedb.internal.script;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** PostgreSQL's client. */
final class Psql implements SqlClient {

    /** Knows {@code BEGIN ATOMIC} and leaves comments in statements as they are. */
    private static final int FIRST_VERSION = 15;

    @Override
    public String missing() {
        int version = SqlClient.majorVersion("psql", Pattern.compile("\\(PostgreSQL\\) (\\d+)"));
        return version >= FIRST_VERSION ? "" : "psql " + FIRST_VERSION + " or later";
    }

    @Override
    public Answer read(Path script, Charset charset) throws IOException, InterruptedException {
        try (RecordingPostgres server = new RecordingPostgres(charset)) {
            String complaints = SqlClient.run(
                    script,
                    List.of(
                            "psql",
                            "-X",
                            "-q",
                            "-f",
                            script.toString(),
                            "host=127.0.0.1 sslmode=disable gssencmode=disable user=judge dbname=judge port="
                                    + server.port()));
            return new Answer(server.statements(), complaints);
        }
    }
}
