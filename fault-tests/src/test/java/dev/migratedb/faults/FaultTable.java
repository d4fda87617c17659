package dev.migratedb.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** The figures of all faults of a run of tests, in a file as they come and printed at the end. */
public final class FaultTable implements TestExecutionListener {

    private static final Path FILE = Path.of("target", "faults.md");

    private static final String HEAD = """
            Seed of this run: -Dmigratedb.seed=%d

            | engine | database | fault | rounds | lost | twice | stuck | hung | bystanders failed |
            |---|---|---|---:|---:|---:|---:|---:|---:|
            """;

    /** The same seed makes the same choices of victims and moments. */
    static long seed() {
        return Seed.VALUE;
    }

    static Random random(String purpose) {
        return new Random(seed() * 31 + purpose.hashCode());
    }

    static synchronized void add(String row) {
        write(row + "\n", StandardOpenOption.APPEND);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        write(HEAD.formatted(seed()), StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        try {
            List<String> lines = Files.readAllLines(FILE);
            if (lines.size() > HEAD.lines().count()) {
                lines.forEach(System.out::println);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void write(String text, StandardOpenOption option) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text, StandardOpenOption.CREATE, option);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static final class Seed {

        static final long VALUE = Long.getLong("migratedb.seed", System.nanoTime() % 1_000_000);
    }
}
