package dev.migratedb.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lets tools read in turns, so that what else happens on the machine meets all of them. */
final class Contest {

    /** One that takes part, with the size of its script in bytes. */
    record Entry(SqlReader reader, long size) {}

    /**
     * How an entry did.
     *
     * @param best bytes per second of the thread's processor time, in the best round
     * @param median bytes per second of the thread's processor time
     * @param bestByClock bytes per second that passed, in the best round
     * @param allocated bytes per byte read, in the round that took the least
     */
    record Score(Entry entry, int statements, double best, double median, double bestByClock, double allocated) {}

    private static final double NANOS = 1e9;

    private final List<Entry> entries;
    private final int rounds;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    Contest(List<Entry> entries, int rounds) {
        this.entries = List.copyOf(entries);
        this.rounds = rounds;
    }

    /** Runs a round that does not count, and then those that do. */
    List<Score> run() throws IOException {
        int count = entries.size();
        int[] statements = new int[count];
        double[][] speeds = new double[count][rounds];
        double[] byClock = new double[count];
        double[] allocated = new double[count];
        Arrays.fill(allocated, Double.MAX_VALUE);
        for (int round = -1; round < rounds; round++) {
            for (int i = 0; i < count; i++) {
                Entry entry = entries.get(i);
                long bytes = threads.getCurrentThreadAllocatedBytes();
                long clock = System.nanoTime();
                long processor = threads.getCurrentThreadCpuTime();
                statements[i] = entry.reader().read();
                processor = threads.getCurrentThreadCpuTime() - processor;
                clock = System.nanoTime() - clock;
                bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
                if (round >= 0) {
                    speeds[i][round] = entry.size() * NANOS / processor;
                    byClock[i] = Math.max(byClock[i], entry.size() * NANOS / clock);
                    allocated[i] = Math.min(allocated[i], (double) bytes / entry.size());
                }
            }
        }
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Arrays.sort(speeds[i]);
            double median = speeds[i][rounds / 2];
            scores.add(
                    new Score(entries.get(i), statements[i], speeds[i][rounds - 1], median, byClock[i], allocated[i]));
        }
        return scores;
    }
}
