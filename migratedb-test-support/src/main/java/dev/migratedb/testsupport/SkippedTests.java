package dev.migratedb.testsupport;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says in one line at the end of the tests of a module what was skipped in the build so far, and why: the last module says all
 * of it. Modules are told of those before them by a file that the system property {@value #FILE} names.
 */
public final class SkippedTests implements TestExecutionListener {

    private static final String FILE = "migratedb.skipped-tests";

    private final Map<String, Integer> reasons = new ConcurrentSkipListMap<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        // an annotation says first what it asked, then what was given as the reason
        int given = reason.lastIndexOf("==> ");
        add(given < 0 ? reason : reason.substring(given + "==> ".length()));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            add(result.getThrowable()
                    .map(Throwable::getMessage)
                    .map(message -> message.replace("Assumption failed: ", ""))
                    .orElse("aborted"));
        }
    }

    private void add(String reason) {
        reasons.merge(reason.replaceAll("\\s+", " "), 1, Integer::sum);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        String file = System.getProperty(FILE);
        try {
            if (file != null) {
                addThoseBefore(Path.of(file));
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        if (!reasons.isEmpty()) {
            System.out.println(line());
            reasons.clear();
        }
    }

    private void addThoseBefore(Path file) throws IOException {
        Properties all = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                all.load(reader);
            }
        }
        all.forEach((reason, count) -> reasons.merge((String) reason, Integer.valueOf((String) count), Integer::sum));
        reasons.forEach((reason, count) -> all.setProperty(reason, String.valueOf(count)));
        Files.createDirectories(file.getParent());
        try (Writer writer = Files.newBufferedWriter(file)) {
            all.store(writer, null);
        }
    }

    String line() {
        return reasons.entrySet().stream()
                .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
                .collect(Collectors.joining("; ", "Skipped in this build: ", ""));
    }
}
