package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations that are larger than the memory of the process that runs them. */
class PostgresLargeScriptTests extends ContractTests {

    private static final boolean LONG = Boolean.getBoolean("migratedb.long");
    private static final int THOUSANDS_OF_ROWS = LONG ? 1050 : 66;
    private static final String MEMORY = LONG ? "-Xmx64m" : "-Xmx32m";

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inserts", "copy"})
    void run(String kind) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeMigrationMain.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        kind,
                        String.valueOf(THOUSANDS_OF_ROWS))
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(database.strings("select count(*) || ' ' || sum(length(text)) from t"))
                .containsExactly(THOUSANDS_OF_ROWS + "000 " + THOUSANDS_OF_ROWS * 990_000L);
        assertThat(history()).containsExactly("1 1 large SQL V1__large.sql ok");
    }
}
