package dev.migratedb.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.testsupport.FreshDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * At each call of the driver, before and after it, something bad happens to a run. The next one must end well, and leave what an
 * undisturbed run leaves.
 */
abstract class CallSweepContractTests {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Engine.Pace PACE = Engine.Pace.QUICK;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Scripts scripts;

    private List<String> expected = List.of();

    abstract Product product();

    Engine engine() {
        return Engine.MIGRATEDB;
    }

    /** What is to be held against the engine. */
    void judge(Tally tally) {
        assertThat(tally.findings()).isEmpty();
    }

    @BeforeEach
    void writeScripts() {
        scripts = Scripts.ofEachKind(folder, product(), engine());
    }

    @Test
    void survivesTheLossOfItsConnectionAtEveryCall() {
        sweep(
                "connection cut at every call",
                undisturbed(),
                (database, call, side) -> within(database, Fault.cut(call.number(), side)));
    }

    @Test
    void survivesItsDeathAtEveryCall() {
        sweep(
                "death at every call",
                undisturbed(),
                (database, call, side) -> within(database, Fault.death(call.number(), side)));
    }

    /** In the short form at one call of each kind. */
    @Test
    void survivesAnInterruptAtEveryCall() {
        sweep(
                "interrupt at every call",
                allOrOneOfEachKind(),
                (database, call, side) -> within(database, Fault.interrupt(call.number(), side)));
    }

    /** In the short form of one call of each kind. */
    @Test
    void survivesTheCancellationOfEveryCall() {
        List<JdbcCall> calls =
                allOrOneOfEachKind().stream().filter(JdbcCall::canBeCancelled).toList();
        sweep(
                "cancellation of every call",
                calls,
                Set.of(Side.BEFORE),
                (database, call, side) -> within(database, Fault.cancellation(call.number())));
    }

    /** In the short form at one call of each kind. */
    @Test
    void survivesTheHaltOfItsProcess() {
        sweep("halt of the process at every call", allOrOneOfEachKind(), this::inProcess);
    }

    /** A run that something happens to. */
    private interface Disturbed {

        /** Runs; tells what is wrong with how it went; empty if nothing is. */
        String run(FreshDatabase database, JdbcCall call, Side side);
    }

    private List<JdbcCall> undisturbed() {
        CallList list = new CallList();
        try (FreshDatabase database = product().server().freshDatabase()) {
            engine().migrate(FaultyDataSource.around(database.dataSource(), list), scripts.folder(), PACE);
            Content content = Content.of(database, product());
            expected = content.picture();
            assertThat(Witness.of(content, engine(), scripts).isRight())
                    .as("undisturbed")
                    .isTrue();
        }
        assertThat(list.calls()).hasSizeGreaterThan(5 * scripts.scripts().size());
        return list.calls();
    }

    private List<JdbcCall> allOrOneOfEachKind() {
        List<JdbcCall> calls = undisturbed();
        if (LongForm.isAskedFor()) {
            return calls;
        }
        Map<String, JdbcCall> kinds = new LinkedHashMap<>();
        calls.forEach(call -> kinds.putIfAbsent(call.kind(), call));
        return List.copyOf(kinds.values());
    }

    private void sweep(String name, List<JdbcCall> calls, Disturbed disturbed) {
        sweep(name, calls, EnumSet.allOf(Side.class), disturbed);
    }

    private void sweep(String name, List<JdbcCall> calls, Set<Side> sides, Disturbed disturbed) {
        Tally tally = new Tally(name, product(), engine());
        try (EmptyDatabases databases = product().emptyDatabases()) {
            for (JdbcCall call : calls) {
                for (Side side : sides) {
                    FreshDatabase database = databases.next();
                    String complaint = disturbed.run(database, call, side);
                    if (!complaint.isEmpty()) {
                        tally.finding(side + " " + call, complaint);
                    }
                    if (!endsWell(tally, database, side + " " + call)) {
                        databases.close();
                    }
                }
            }
        }
        String where = sides.size() > 1 ? " calls, before and after)" : " calls)";
        FaultTable.add(tally.row(" (" + calls.size() + where));
        judge(tally);
    }

    private boolean endsWell(Tally tally, FreshDatabase database, String which) {
        Outcome next = run(database.dataSource());
        Content content = Content.of(database, product());
        tally.round(which, next, Witness.of(content, engine(), scripts));
        if (next.kind() != Outcome.Kind.DONE) {
            return false;
        }
        if (!content.picture().equals(expected)) {
            tally.finding(which, "left " + difference(content.picture(), expected));
        }
        return true;
    }

    private String within(FreshDatabase database, Fault fault) {
        Outcome outcome = run(FaultyDataSource.around(database.dataSource(), fault));
        return engine() == Engine.MIGRATEDB ? complaint(fault, outcome) : "";
    }

    /** A run that failed says it in its own words, with the place where it was in a script. */
    private static String complaint(Fault fault, Outcome outcome) {
        JdbcCall hit = fault.hit();
        if (hit == null) {
            return "the run made fewer calls than the undisturbed one";
        }
        return switch (outcome.kind()) {
            case DONE -> "";
            case HUNG -> "the disturbed run hung, " + outcome.message();
            case FAILED ->
                !(outcome.failure() instanceof MigrateDbException)
                        ? "failed with " + outcome.message()
                        : fault.endsCall()
                                        && hit.sends("create table t2")
                                        && !outcome.message().contains("V2__table.sql:1:1")
                                ? "does not tell the place: " + outcome.message()
                                : "";
        };
    }

    private String inProcess(FreshDatabase database, JdbcCall call, Side side) {
        try (Worker worker =
                Worker.start(product(), database, engine(), scripts.folder(), "halt " + side + " " + call.number())) {
            worker.go();
            Outcome outcome = worker.end(LIMIT);
            return outcome.message().startsWith("exit " + Worker.HALTED) ? "" : "was to be halted: " + outcome;
        }
    }

    private Outcome run(DataSource dataSource) {
        return Outcome.of(LIMIT, () -> engine().migrate(dataSource, scripts.folder(), PACE));
    }

    private static String difference(List<String> is, List<String> expected) {
        return is.stream().filter(line -> !expected.contains(line)).toList() + " instead of "
                + expected.stream().filter(line -> !is.contains(line)).toList();
    }
}
