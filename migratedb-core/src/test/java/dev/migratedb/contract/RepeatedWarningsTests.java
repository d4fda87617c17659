package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.migratedb.MigrateDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is asked again and again, as by probes, does not warn again and again. */
class RepeatedWarningsTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private MigrateDb engine(String... locations) {
        return MigrateDb.configure()
                .dataSource("jdbc:h2:mem:", "sa", "")
                .locations(locations)
                .load();
    }

    @Test
    void warnsOfAMissingLocationOnce() {
        MigrateDb engine = engine("filesystem:" + folder.resolve("nowhere"));
        try (LogLines log = new LogLines(Level.DEBUG)) {
            engine.info();
            assertThat(aboutLocations(log, Level.WARN)).hasSize(1);
            List<String> again = engine.info().warnings();

            assertThat(aboutLocations(log, Level.WARN)).hasSize(1);
            assertThat(aboutLocations(log, Level.DEBUG)).hasSize(1);
            assertThat(again).anyMatch(line -> line.contains("does not exist"));
        }
    }

    @Test
    void warnsOnceAlsoWhereALocationNamesTheDatabase() {
        MigrateDb engine = engine("filesystem:" + folder + "/{vendor}");
        try (LogLines log = new LogLines(Level.DEBUG)) {
            engine.info();
            engine.validateWithResult();

            assertThat(aboutLocations(log, Level.WARN)).hasSize(1);
        }
    }

    @Test
    void warnsOfEachEngine() {
        try (LogLines log = new LogLines()) {
            engine("filesystem:" + folder.resolve("nowhere")).info();
            engine("filesystem:" + folder.resolve("nowhere")).info();

            assertThat(aboutLocations(log, Level.WARN)).hasSize(2);
        }
    }

    @Test
    void warnsAnewOfWhatIsNew() throws IOException {
        MigrateDb engine = engine("filesystem:" + folder);
        try (LogLines log = new LogLines()) {
            engine.info();
            Files.writeString(folder.resolve("V1_Create_person.sql"), "");
            engine.info();
            engine.info();

            assertThat(log.of(Level.WARN))
                    .filteredOn(line -> line.contains("V1_Create_person.sql"))
                    .hasSize(1);
        }
    }

    private static List<String> aboutLocations(LogLines log, Level level) {
        return log.of(level).stream()
                .filter(line -> line.contains("does not exist"))
                .toList();
    }
}
