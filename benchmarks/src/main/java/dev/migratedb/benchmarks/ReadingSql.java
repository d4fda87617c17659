package dev.migratedb.benchmarks;

import dev.migratedb.benchmarks.Contest.Entry;
import dev.migratedb.benchmarks.Contest.Score;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast a mixed PostgreSQL script is read: MigrateDB at a tenth of a size and at the whole size, to see whether it is linear;
 * Flyway and Liquibase at a size that they get through in seconds.
 */
public final class ReadingSql {

    private static final double MEGABYTE = 1_000_000;

    private ReadingSql() {}

    /**
     * Prints a table.
     *
     * @param args megabytes for MigrateDB (50), megabytes for the others (1), rounds (5); each may be left out
     */
    public static void main(String[] args) throws IOException {
        double size = args.length > 0 ? Double.parseDouble(args[0]) : 50;
        double sizeOfOthers = args.length > 1 ? Double.parseDouble(args[1]) : 1;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        print(run(size, sizeOfOthers, rounds), System.out);
    }

    static List<Score> run(double megabytes, double megabytesOfOthers, int rounds) throws IOException {
        String whole = MixedScript.ofLength((int) (megabytes * MEGABYTE));
        String tenth = MixedScript.ofLength((int) (megabytes * MEGABYTE / 10));
        String others = MixedScript.ofLength((int) (megabytesOfOthers * MEGABYTE));
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(new MigrateDbReader(whole), sizeOf(whole)));
        entries.add(new Entry(new MigrateDbReader(tenth), sizeOf(tenth)));
        entries.add(new Entry(new MigrateDbReader(others), sizeOf(others)));
        entries.add(new Entry(new FlywayReader(others), sizeOf(others)));
        entries.add(new Entry(new LiquibaseReader(others), sizeOf(others)));
        return new Contest(entries, rounds).run();
    }

    static void print(List<Score> scores, PrintStream out) {
        out.printf("%nReading SQL, Java %s, %s%n%n", Runtime.version().feature(), System.getProperty("os.arch"));
        out.println("| tool | script MB | statements | MB/s best | MB/s median | MB/s best by the clock"
                + " | bytes allocated per byte | x Flyway | x Liquibase |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (Score score : scores) {
            out.println(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %d | %.2f | %.2f | %.2f | %.2f | %.1f | %.1f |",
                    score.entry().reader().name(),
                    score.entry().size() / MEGABYTE,
                    score.statements(),
                    score.best() / MEGABYTE,
                    score.median() / MEGABYTE,
                    score.bestByClock() / MEGABYTE,
                    score.allocated(),
                    score.best() / bestOf("Flyway", scores),
                    score.best() / bestOf("Liquibase", scores)));
        }
    }

    private static double bestOf(String tool, List<Score> scores) {
        return scores.stream()
                .filter(score -> score.entry().reader().name().equals(tool))
                .mapToDouble(Score::best)
                .max()
                .orElseThrow();
    }

    private static long sizeOf(String script) {
        return script.getBytes(StandardCharsets.UTF_8).length;
    }
}
