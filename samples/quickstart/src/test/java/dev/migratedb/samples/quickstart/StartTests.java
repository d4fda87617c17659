package dev.migratedb.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class StartTests {

    @TempDir
    Path directory;

    @Test
    void secondStartKeepsTheDataAndFindsNothingToDo(CapturedOutput output) {
        start().close();
        int endOfFirstStart = output.getAll().length();

        try (ConfigurableApplicationContext second = start()) {
            assertThat(second.getBean(CoastRepository.class).logbook())
                    .extracting(CoastRepository.LogbookEntry::entry)
                    .containsExactly(
                            "Started. The database was up to date at version 6, nothing was to do.",
                            "Started. 7 migrations applied, now at version 6.");
        }
        assertThat(output.getAll().substring(endOfFirstStart))
                .contains("Schema \"public\" is up to date at version 6. No migration necessary.")
                .doesNotContain("Migrating schema");
    }

    @Test
    void saysInWordsThatAnotherOneIsRunning(CapturedOutput output) throws IOException {
        try (FileChannel another =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            another.lock();

            assertThatException().isThrownBy(this::start);
        }
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("Another quickstart is running on " + directory.toRealPath())
                .contains("--quickstart.data-directory=<path>")
                .doesNotContain("\tat ");
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                QuickstartApplication.class, "--server.port=0", "--quickstart.data-directory=" + directory);
    }
}
