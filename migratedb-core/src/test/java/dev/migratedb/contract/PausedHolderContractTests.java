package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.result.MigrateResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process that stands still for longer than its lease, as one does whose virtual machine is moved. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no process can be stopped on Windows")
abstract class PausedHolderContractTests extends ContractTests {

    /** The URL of the database for another process. */
    String url() {
        return database.url();
    }

    @Test
    void recordsNothingWhenItComesBackAndAnotherRunHasTakenOver() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Path place = Files.createTempDirectory(folder, "place");
        Path reached = place.resolve("reached");
        try (JavaProcess first = JavaProcess.of(
                PausedMain.class, url(), database.user(), database.password(), folder.toString(), reached.toString())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(reached) || !first.isAlive());
            assertThat(first.isAlive()).as(first::ending).isTrue();
            first.signal("STOP");
            LockContractTests.Stop passing = new LockContractTests.Stop();
            passing.goOn.countDown();

            MigrateResult second = engine().lockStrategy(Strategy.LEASE)
                    .lockLeaseDuration(Duration.ofSeconds(1))
                    .lockPollInterval(Duration.ofMillis(50))
                    .javaMigrations(passing)
                    .load()
                    .migrate();
            Files.createFile(place.resolve("go on"));
            first.signal("CONT");

            String output = first.output();
            assertThat(second.migrationsExecuted()).isOne();
            assertThat(first.exitCode()).as(output).isNotZero();
            assertThat(output).contains("This run has lost its lock");
        }
        assertThat(history()).hasSize(2).allMatch(row -> row.endsWith(" ok"));
        assertThat(database.strings("select id from thing")).containsExactly("2");
    }
}
