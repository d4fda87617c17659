package dev.migratedb.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says in one line at the end of the tests of a module what was skipped in the build so far, and why: the last module says all
 * of it. Modules, and processes that share the tests of one, are told of those before them by a file that the system property
 * {@value #FILE} names. Where {@value #SHARED} is true, each class ends a plan, and only what was not said before is a reason
 * for a line.
 */
public final class SkippedTests implements TestExecutionListener {

    private static final String FILE = "migratedb.skipped-tests";

    private static final String SHARED = "migratedb.skipped-tests.shared";

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
        String line = tell(file == null ? null : Path.of(file), Boolean.getBoolean(SHARED));
        if (line != null) {
            System.out.println(line);
        }
    }

    /**
     * Ends a plan.
     *
     * @param file with what others have skipped; null where there are none
     * @param shared whether others have said what they skipped
     * @return what is to be said; null for nothing
     */
    @Nullable
    String tell(@Nullable Path file, boolean shared) {
        try {
            boolean more = file != null && addThoseBefore(file);
            return reasons.isEmpty() || (shared && !more) ? null : line();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        } finally {
            reasons.clear();
        }
    }

    /** Whether there are reasons that nobody had before. */
    private boolean addThoseBefore(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // the lock is for other processes that run tests of the same module
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Properties all = new Properties();
            // not to be closed before the lock
            all.load(Channels.newReader(channel, StandardCharsets.ISO_8859_1));
            boolean more = reasons.keySet().stream().anyMatch(reason -> !all.containsKey(reason));
            all.forEach(
                    (reason, count) -> reasons.merge((String) reason, Integer.valueOf((String) count), Integer::sum));
            reasons.forEach((reason, count) -> all.setProperty(reason, String.valueOf(count)));
            channel.truncate(0);
            Writer writer = Channels.newWriter(channel, StandardCharsets.ISO_8859_1);
            all.store(writer, null);
            return more;
        }
    }

    private String line() {
        return reasons.entrySet().stream()
                .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
                .collect(Collectors.joining("; ", "Skipped in this build: ", ""));
    }
}
