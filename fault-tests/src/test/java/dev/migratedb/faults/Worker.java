package dev.migratedb.faults;

import dev.migratedb.testsupport.FreshDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that runs {@link WorkerMain}, to be killed or stopped. */
final class Worker implements AutoCloseable {

    static final int HALTED = 9;
    static final String READY = "ready";
    static final String PARKED = "parked";
    static final String FAILED = "failed ";

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    /**
     * What a process does.
     *
     * @param intervention as {@link WorkerMain} understands it; null if it is left alone
     */
    record Orders(
            Engine engine,
            String url,
            String user,
            String password,
            String scripts,
            @Nullable String intervention) {

        static Orders of(String[] arguments) {
            return new Orders(
                    Engine.valueOf(arguments[0]),
                    arguments[1],
                    arguments[2],
                    arguments[3],
                    arguments[4],
                    arguments.length > 5 ? arguments[5] : null);
        }

        List<String> arguments() {
            List<String> all = new ArrayList<>(List.of(engine.name(), url, user, password, scripts));
            if (intervention != null) {
                all.add(intervention);
            }
            return all;
        }
    }

    private Worker(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "worker-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a process that migrates a database as soon as it is told to {@link #go}. */
    static Worker start(
            Product product, FreshDatabase database, Engine engine, Path scripts, @Nullable String intervention) {
        return start(
                new Orders(
                        engine,
                        product.urlForProcesses(database),
                        database.user(),
                        database.password(),
                        scripts.toString(),
                        intervention),
                WorkerClasses.options(product));
    }

    static Worker start(Orders orders, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(WorkerMain.class.getName());
        command.addAll(orders.arguments());
        try {
            return new Worker(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Lets it begin, or go on from where it was parked. */
    void go() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException ex) {
            // it has died, which its end tells
        }
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException ex) {
            add(ex.toString());
        }
        add("end");
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    /** Waits for a line; false if the process ends without it, or the time does. */
    synchronized boolean await(String line, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!lines.contains(line)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || lines.contains("end")) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGSTOP. */
    void stop() {
        signal("STOP");
    }

    /** SIGCONT. */
    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for its end. */
    Outcome end(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Outcome(Outcome.Kind.HUNG, output(), null);
            }
            reader.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return new Outcome(Outcome.Kind.HUNG, "interrupted", null);
        }
        return process.exitValue() == 0
                ? Outcome.done()
                : Outcome.failed("exit " + process.exitValue() + " " + output());
    }

    /** What it has said so far. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    private synchronized String output() {
        return lines.stream()
                .filter(line -> line.startsWith(FAILED))
                .findFirst()
                .orElseGet(() -> String.join(" / ", lines));
    }

    @Override
    public void close() {
        kill();
    }
}
