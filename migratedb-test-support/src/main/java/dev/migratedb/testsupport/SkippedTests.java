package dev.migratedb.testsupport;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says in one line at the end of the tests of a module what was skipped, and why. */
public final class SkippedTests implements TestExecutionListener {

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
        if (!reasons.isEmpty()) {
            System.out.println(line());
            reasons.clear();
        }
    }

    String line() {
        return reasons.entrySet().stream()
                .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
                .collect(Collectors.joining("; ", "Skipped: ", ""));
    }
}
