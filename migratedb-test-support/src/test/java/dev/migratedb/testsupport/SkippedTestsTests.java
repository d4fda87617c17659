package dev.migratedb.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.TestIdentifier;

class SkippedTestsTests {

    private static final TestIdentifier TEST =
            TestIdentifier.from(new EngineDescriptor(UniqueId.forEngine("any"), "any"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("target/skipped.properties");
    }

    @Test
    void saysWhatWasSkippedAndHowOften() {
        assertThat(skipped("no server", "no server", "no time").tell(null, false))
                .isEqualTo("Skipped in this build: no server (2); no time (1)");
    }

    @Test
    void saysNothingWhereNothingWasSkipped() {
        assertThat(skipped().tell(file, false)).isNull();
    }

    @Test
    void addsTheModulesBefore() {
        skipped("no server").tell(file, false);

        assertThat(skipped("no server").tell(file, false)).isEqualTo("Skipped in this build: no server (2)");
    }

    @Test
    void saysInTheLastModuleWhatThoseBeforeHaveSkipped() {
        skipped("no server").tell(file, false);

        assertThat(skipped().tell(file, false)).isEqualTo("Skipped in this build: no server (1)");
    }

    @Test
    void saysOnlyNewReasonsWhereAPlanIsAClass() {
        assertThat(skipped("no server").tell(file, true)).isNotNull();
        assertThat(skipped("no server").tell(file, true)).isNull();
        assertThat(skipped().tell(file, true)).isNull();
        assertThat(skipped("no time").tell(file, true)).isEqualTo("Skipped in this build: no server (2); no time (1)");
    }

    private static SkippedTests skipped(String... reasons) {
        SkippedTests tests = new SkippedTests();
        for (String reason : reasons) {
            tests.executionSkipped(TEST, reason);
        }
        return tests;
    }
}
