package dev.migratedb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.benchmarks.Contest.Score;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That it works; how fast the tools are, is not asserted. */
class ReadingSqlTests {

    @Test
    void letsEachToolReadTheSameScript() throws IOException {
        List<Score> scores = ReadingSql.run(0.5, 0.05, 1);

        assertThat(scores)
                .extracting(score -> score.entry().reader().name())
                .containsExactly("MigrateDB", "MigrateDB", "MigrateDB", "Flyway", "Liquibase");
        assertThat(scores).allSatisfy(score -> {
            assertThat(score.best()).isPositive();
            assertThat(score.allocated()).isPositive();
        });
        assertThat(scores.get(2).statements()).isEqualTo(scores.get(3).statements());
        assertThat(scores.get(4).statements()).isGreaterThan(100);
    }

    @Test
    void printsATableWithRatios() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            ReadingSql.print(ReadingSql.run(0.05, 0.05, 1), printer);
        }

        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("| ")))
                .hasSize(6)
                .anyMatch(line -> line.startsWith("| Flyway |") && line.contains("| 1.0 |"));
    }

    @Test
    void allocatesLittle() throws IOException {
        Score score = ReadingSql.run(2, 0.02, 3).get(0);

        assertThat(score.allocated()).isLessThan(4);
    }
}
