package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two processes that start at the same moment against one empty database. */
abstract class TwoProcessesContractTests extends ContractTests {

    private static final int SCRIPTS = 20;

    @RepeatedTest(2)
    void applyEveryMigrationExactlyOnceAndBothSucceed() throws Exception {
        race();
    }

    @Test
    @EnabledIfSystemProperty(named = "migratedb.long", matches = "true", disabledReason = "only in the profile long")
    void applyEveryMigrationExactlyOnceTwentyTimes() throws Exception {
        for (int i = 0; i < 20; i++) {
            race();
            closeDatabase();
            openDatabase();
        }
    }

    private void race() throws Exception {
        Path place = Files.createTempDirectory(folder, "race");
        Path scripts = Files.createDirectory(place.resolve("scripts"));
        Files.writeString(
                scripts.resolve("V1__audit.sql"), "create table audit_run (v int);\ninsert into audit_run values (1);");
        for (int i = 2; i <= SCRIPTS; i++) {
            Files.writeString(
                    scripts.resolve("V" + i + "__t.sql"),
                    "create table t" + i + " (id int);\ninsert into audit_run values (" + i + ");");
        }
        List<Process> processes = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            processes.add(process(scripts, place.resolve(name)));
        }
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Files.exists(place.resolve("a")) && Files.exists(place.resolve("b")));
        Files.createFile(place.resolve("start"));

        int applied = 0;
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            applied += Integer.parseInt(output.lines()
                    .filter(line -> line.startsWith("applied "))
                    .findFirst()
                    .orElseThrow()
                    .substring("applied ".length()));
        }
        assertThat(applied).isEqualTo(SCRIPTS);
        assertThat(history()).hasSize(SCRIPTS).allMatch(row -> row.endsWith(" ok"));
        assertThat(database.strings("select v from audit_run order by v"))
                .hasSize(SCRIPTS)
                .doesNotHaveDuplicates();
    }

    private Process process(Path scripts, Path ready) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigrateMain.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        scripts.toString(),
                        ready.toString())
                .redirectErrorStream(true)
                .start();
    }
}
