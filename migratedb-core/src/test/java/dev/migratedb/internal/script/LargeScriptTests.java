package dev.migratedb.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts that are larger than the memory of the process that reads them. */
class LargeScriptTests {

    private static final boolean LONG = Boolean.getBoolean("migratedb.long");
    private static final int MEGABYTES = LONG ? 1024 : 64;
    private static final String MEMORY = LONG ? "-Xmx64m" : "-Xmx32m";

    @ParameterizedTest
    @CsvSource({"inserts, 49", "delimiters, 34"})
    void areReadStatementByStatement(String kind, int length) throws Exception {
        long count = MEGABYTES * 1024L * 1024L / length;

        assertThat(output(kind)).isEqualTo("statements " + count + " of " + count + ", data 0");
    }

    @Test
    void areReadWithTheirData() throws Exception {
        long length = "1\tx;'y\\n\n".length();

        assertThat(output("copy")).isEqualTo("statements 2 of 2, data " + MEGABYTES * 1024L * 1024L / length * length);
    }

    private static String output(String kind) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeScriptMain.class.getName(),
                        kind,
                        String.valueOf(MEGABYTES))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.trim();
    }
}
