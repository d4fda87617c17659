package dev.migratedb.internal.script;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** MariaDB's client. */
final class MariaDbClient implements SqlClient {

    @Override
    public String missing() {
        int version = SqlClient.majorVersion("mariadb", Pattern.compile("(\\d+)\\.\\d+\\.\\d+-MariaDB"));
        return version >= 10 ? "" : "MariaDB's client";
    }

    @Override
    public Answer read(Path script, Charset charset) throws IOException, InterruptedException {
        try (RecordingMariaDb server = new RecordingMariaDb(charset)) {
            String complaints = SqlClient.run(
                    script,
                    List.of(
                            "mariadb",
                            "--no-defaults",
                            "--batch",
                            "--comments",
                            "--skip-ssl",
                            "--protocol=tcp",
                            "--host=127.0.0.1",
                            "--port=" + server.port(),
                            "--user=judge"));
            return new Answer(server.statements(), complaints);
        }
    }
}
