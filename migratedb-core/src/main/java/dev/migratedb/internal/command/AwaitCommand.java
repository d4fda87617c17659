package dev.migratedb.internal.command;

import dev.migratedb.configuration.Configuration;
import dev.migratedb.configuration.ConnectionSettings;
import dev.migratedb.configuration.LockSettings.Waiting;
import dev.migratedb.internal.discovery.Discovered;
import dev.migratedb.internal.execution.Interruption;
import dev.migratedb.internal.execution.OwnFailure;
import dev.migratedb.internal.execution.Texts;
import dev.migratedb.internal.history.FirstReading;
import dev.migratedb.internal.history.HistorySnapshot;
import dev.migratedb.internal.plan.Readiness;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.InfoResult;
import dev.migratedb.result.Problem;
import dev.migratedb.result.ValidationFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Waits until somebody else has migrated. Looks again and again over one connection, and connects again as long as there is
 * none. No look leads to an error in the database.
 */
public final class AwaitCommand {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private final VendorLocations locations;
    private final Configuration configuration;
    private final Waiting settings;
    private final long begin = System.nanoTime();
    private long nextLine = begin;
    private boolean databaseTold;

    private AwaitCommand(VendorLocations locations, Waiting settings) {
        this.locations = locations;
        this.configuration = locations.known();
        this.settings = settings;
    }

    /** Runs the command. */
    public static InfoResult run(VendorLocations locations, Waiting settings) {
        return new AwaitCommand(locations, settings).await();
    }

    private InfoResult await() {
        ConnectionSettings connection = configuration.connection().withoutRetries();
        try (Interruption interruption = new Interruption()) {
            // the JVM that is told to end waits for this thread, which would go on waiting
            interruption.watch(() -> {});
            Configuration located = null;
            while (located == null) {
                located = reached(() -> locations.located(connection));
                if (located == null) {
                    pause();
                }
            }
            Configuration known = located;
            Discovered discovered = Search.of(known, null);
            while (true) {
                RunContext run = reached(() -> RunContext.connect(known, connection, discovered, null));
                InfoResult ready = run == null ? null : lookUntilReady(run);
                if (ready != null) {
                    return ready;
                }
                pause();
            }
        }
    }

    /** Null where the database cannot be reached. */
    private <T> @Nullable T reached(Supplier<T> connecting) {
        try {
            return connecting.get();
        } catch (MigrateDbException ex) {
            if (ex.errorCode() != ErrorCode.CONNECTION) {
                throw ex;
            }
            notYet(
                    "the database cannot be reached: "
                            + NestedExceptionUtils.getMostSpecificCause(ex).getMessage(),
                    ex);
            return null;
        }
    }

    /** Null where the connection was lost. */
    private @Nullable InfoResult lookUntilReady(RunContext opened) {
        try (RunContext run = opened) {
            try {
                if (!databaseTold) {
                    run.tellDatabase();
                    databaseTold = true;
                }
                run.begin(FirstReading::ifExists);
                return lookUntilReady(run, new LookOut(run));
            } catch (RuntimeException ex) {
                RuntimeException shown =
                        OwnFailure.shown(ex, run.work(), run.scope().progress());
                boolean lost = shown instanceof MigrateDbException failure
                        && failure.errorCode() == ErrorCode.CONNECTION
                        && run.work().isLost();
                if (!lost) {
                    throw shown;
                }
                run.work().markBroken();
                notYet("the connection to the database was lost", shown);
                return null;
            }
        }
    }

    private InfoResult lookUntilReady(RunContext run, LookOut lookOut) {
        LockHolder holder = new LockHolder(run);
        HistorySnapshot history = run.first().history();
        while (true) {
            Look look = lookOut.forWaiting(history);
            Readiness readiness =
                    Readiness.of(look.reconciliation(), run.configuration().policy());
            List<Problem> problems = new ArrayList<>(look.problems());
            problems.addAll(readiness.problems());
            if (!problems.isEmpty()) {
                throw new ValidationFailedException(problems);
            }
            if (readiness.isReady() && look.history().isOwn()) {
                return ready(run, look);
            }
            notYet(missing(run, look, readiness) + (isLineDue() || isOver() ? holder.inWords() : ""), null);
            pause();
            history = run.adoption().again(history);
        }
    }

    private InfoResult ready(RunContext run, Look look) {
        MigrationVersion version = look.reconciliation().currentVersion();
        LOG.info(
                "The database{} is ready{}: schema \"{}\" is {}, and nothing is pending",
                run.ofInstance(),
                waited().toSeconds() == 0 ? "" : " after " + seconds(waited()),
                run.first().session().schema(),
                version == null ? "up to date" : "at version " + version);
        return new InfoResult(
                run.work().product(), run.warnings(), look.reconciliation().infos(), List.of());
    }

    private static String missing(RunContext run, Look look, Readiness readiness) {
        List<String> missing = new ArrayList<>();
        if (!look.history().exists()) {
            missing.add("there is no history table "
                    + run.dialect().quote(run.history().name()) + " yet");
        } else if (!look.history().isOwn()) {
            missing.add("the history of another engine is not taken over yet");
        }
        if (!readiness.failed().isEmpty()) {
            missing.add(
                    Texts.migrations(readiness.failed().size()) + " failed (" + Texts.list(readiness.failed()) + ")");
        }
        if (!readiness.pending().isEmpty()) {
            int count = readiness.pending().size();
            missing.add(Texts.migrations(count) + (count == 1 ? " is" : " are") + " pending ("
                    + Texts.list(readiness.pending()) + ")");
        }
        return String.join(", ", missing);
    }

    /**
     * Says what is missing when it is time for that.
     *
     * @param noConnection why the database could not be asked; null where it has answered
     */
    private void notYet(String missing, @Nullable RuntimeException noConnection) {
        if (isOver()) {
            throw new MigrateDbException(
                    ErrorCode.WAIT_TIMEOUT,
                    "The database is not ready: " + missing + ". It was waited for "
                            + seconds(waited())
                            + ", as 'migratedb.wait.timeout' allows. Nothing was changed. "
                            + (noConnection == null
                                    ? "See to the process that migrates, or allow a longer time."
                                    : "Check that the database runs, check url, user and password, or allow a longer time."),
                    noConnection);
        }
        if (isLineDue()) {
            LOG.info("Waiting for the migrations of another process, {} so far: {}", seconds(waited()), missing);
            nextLine =
                    System.nanoTime() + configuration.lock().progressInterval().toNanos();
        }
    }

    private boolean isOver() {
        return waited().compareTo(settings.timeout()) >= 0;
    }

    private boolean isLineDue() {
        return !configuration.lock().progressInterval().isZero() && System.nanoTime() - nextLine >= 0;
    }

    private Duration waited() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }

    private void pause() {
        Duration left = settings.timeout().minus(waited());
        Duration pause = left.compareTo(settings.pollInterval()) < 0 ? left : settings.pollInterval();
        try {
            // the database tells nobody that it was migrated: it can only be asked again
            Thread.sleep(Math.max(1, pause.toMillis()));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new MigrateDbException(
                    ErrorCode.WAIT_TIMEOUT,
                    "Interrupted while waiting for the migrations of another process. Nothing was changed.",
                    ex);
        }
    }
}
