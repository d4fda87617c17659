package dev.migratedb.internal.execution;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a program to its end.
 *
 * @param command the program and its arguments
 * @param variables added to the environment of this process
 * @param output gets each line that the program writes
 */
record ExternalProcess(List<String> command, Map<String, String> variables, Consumer<String> output) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.script");

    private static final int LAST_LINES = 20;
    private static final int POLL_MILLIS = 100;

    /** How long a program that has ended may leave its output open, as one does that has started another one. */
    private static final int POLLS_AFTER_END = 20;

    private static final int SECONDS_TO_END = 5;

    /**
     * What has come of it.
     *
     * @param exitCode of the program
     * @param lastLines of its output
     */
    record Ended(int exitCode, List<String> lastLines) {}

    /**
     * Runs it. An interrupt of this thread ends the program with everything that it has started.
     *
     * @throws IOException if it cannot be started
     * @throws MigrateDbException if this thread is interrupted
     */
    Ended run() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        OutputLines lines = OutputLines.of(process.getInputStream());
        try {
            process.getOutputStream().close();
            List<String> last = follow(process, lines);
            return new Ended(process.waitFor(), last);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new MigrateDbException(
                    ErrorCode.MIGRATION_FAILED,
                    "The run was interrupted; " + command.get(0) + " was ended with everything that it had started.",
                    ex);
        } finally {
            if (process.isAlive()) {
                kill(process);
            }
            lines.abandon();
        }
    }

    private List<String> follow(Process process, OutputLines lines) throws InterruptedException {
        Deque<String> last = new ArrayDeque<>();
        int idle = 0;
        while (!lines.isAtEnd() && idle < POLLS_AFTER_END) {
            String line = lines.poll(POLL_MILLIS);
            if (line != null) {
                output.accept(line);
                last.addLast(line);
                if (last.size() > LAST_LINES) {
                    last.removeFirst();
                }
            } else if (!process.isAlive()) {
                idle++;
            }
        }
        return new ArrayList<>(last);
    }

    private static void kill(Process process) {
        List<ProcessHandle> tree =
                new ArrayList<>(process.toHandle().descendants().toList());
        tree.add(0, process.toHandle());
        tree.forEach(ProcessHandle::destroy);
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("Process {} does not end when asked to, so it is killed", process.pid());
            }
        } catch (InterruptedException ex) {
            interrupted = true;
        }
        tree.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
