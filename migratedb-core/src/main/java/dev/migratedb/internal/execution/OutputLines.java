package dev.migratedb.internal.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands the output of a process line by line to another thread, which can be interrupted while it waits, as it could not be
 * while it reads.
 */
final class OutputLines {

    /** A longer line is cut into several, so that no output fills the memory. */
    private static final int LONGEST_LINE = 8192;

    private static final int LINES_AHEAD = 1000;

    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(LINES_AHEAD);
    private final Thread reader;

    private OutputLines(InputStream output) {
        this.reader = new Thread(() -> read(output), "migratedb-script-output");
        reader.setDaemon(true);
    }

    static OutputLines of(InputStream output) {
        OutputLines lines = new OutputLines(output);
        lines.reader.start();
        return lines;
    }

    /** The next line, once there is one; null where there was none for a while. */
    @Nullable
    String poll(long milliseconds) throws InterruptedException {
        return lines.poll(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Whether {@link #poll} will find nothing any more. */
    boolean isAtEnd() {
        return !reader.isAlive() && lines.isEmpty();
    }

    /** Stops reading. */
    void abandon() {
        reader.interrupt();
    }

    private void read(InputStream output) {
        Charset encoding = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        try (BufferedReader text = new BufferedReader(new InputStreamReader(output, encoding))) {
            StringBuilder line = new StringBuilder();
            boolean afterReturn = false;
            for (int c = text.read(); c >= 0; c = text.read()) {
                boolean ends = c == '\n' || c == '\r';
                if (ends && !(c == '\n' && afterReturn)) {
                    hand(line);
                } else if (!ends) {
                    line.append((char) c);
                }
                if (line.length() == LONGEST_LINE) {
                    hand(line);
                }
                afterReturn = c == '\r';
            }
            if (!line.isEmpty()) {
                hand(line);
            }
        } catch (IOException | InterruptedException ex) {
            // the process was ended, or nobody wants to know any more
        }
    }

    private void hand(StringBuilder line) throws InterruptedException {
        lines.put(line.toString());
        line.setLength(0);
    }
}
