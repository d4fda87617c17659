package dev.migratedb.internal.command;

import dev.migratedb.configuration.Configuration;
import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.discovery.Discovered;
import dev.migratedb.internal.discovery.Discovery;
import dev.migratedb.internal.execution.Callbacks;
import dev.migratedb.internal.execution.Progress;
import dev.migratedb.internal.execution.RunScope;
import dev.migratedb.internal.execution.Secrets;
import dev.migratedb.internal.execution.SessionGuard;
import dev.migratedb.internal.execution.WorkConnection;
import dev.migratedb.internal.history.FirstReading;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptChecker;
import dev.migratedb.result.Problem;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The opened resources of one run, and what its first look at files and history has shown. */
final class RunContext implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb");

    private final Configuration configuration;
    private final Discovered discovered;
    private final WorkConnection work;
    private final SessionGuard session;
    private final RunScope scope;
    private final Placeholders placeholders;
    private final Preflight preflight;
    private final List<Problem> callbackProblems = new ArrayList<>();
    private final Callbacks callbacks;
    private final String timestamp;
    private @Nullable FirstReading first;
    private @Nullable RuntimeException unreadable;

    private RunContext(Configuration configuration, Discovered discovered, WorkConnection work) {
        this.configuration = configuration;
        this.discovered = discovered;
        this.work = work;
        this.timestamp = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                .withZone(ZoneId.systemDefault())
                .format(configuration.clock().instant());
        this.session = new SessionGuard(work, configuration.schemas().effectiveDefault());
        this.scope = new RunScope(
                work, session, configuration.runSettings(), new Progress(), new Secrets(configuration.placeholders()));
        readHistory();
        this.placeholders = new Placeholders(configuration.placeholders(), this::defaultPlaceholder);
        this.preflight =
                new Preflight(new ScriptChecker(work.dialect().syntax(), placeholders), configuration.policy());
        this.callbacks = new Callbacks(
                scope,
                configuration.callbacks(),
                preflight.callbacks(discovered.callbacks(), callbackProblems),
                configuration.policy().executeInTransaction());
    }

    /** Keeps a failure for {@link #first()}, since there are callbacks that want to know of it, once they can be called. */
    private void readHistory() {
        try {
            first = FirstReading.of(
                    work.jdbc(),
                    work.dialect(),
                    configuration.schemas().effectiveDefault(),
                    configuration.history().table());
        } catch (RuntimeException ex) {
            unreadable = ex;
        }
    }

    /**
     * Searches the locations, then connects and reads the history.
     *
     * @throws dev.migratedb.migration.MigrateDbException if the database cannot be reached or is not supported
     */
    static RunContext open(Configuration configuration) {
        Discovered discovered =
                Discovery.discover(configuration.locations(), configuration.naming(), configuration.javaMigrations());
        discovered.warnings().forEach(LOG::warn);
        WorkConnection work = WorkConnection.open(configuration.dataSource(), configuration.joinedDataSources());
        try {
            return new RunContext(configuration, discovered, work);
        } catch (RuntimeException | Error ex) {
            work.close();
            throw ex;
        }
    }

    private @Nullable String defaultPlaceholder(String name) {
        return switch (name) {
            case "defaultschema" -> first == null ? null : first.session().schema();
            case "user" -> first == null ? null : first.session().user();
            case "database" -> first == null ? null : first.session().database();
            case "table" -> configuration.history().table();
            case "timestamp" -> timestamp;
            case "workingdirectory" -> Path.of("").toAbsolutePath().toString();
            case "environment" -> configuration.runSettings().instance();
            default -> null;
        };
    }

    /** Says which database it is. Not for commands that an application may call with every request. */
    void logDatabase() {
        LOG.info("Database: {} ({})", work.url(), work.product());
    }

    /** What the history records as the user. */
    String installedBy() {
        String configured = configuration.history().installedBy();
        return configured != null ? configured : first().session().user();
    }

    Configuration configuration() {
        return configuration;
    }

    /** One line each; logged already. */
    List<String> warnings() {
        return discovered.warnings();
    }

    WorkConnection work() {
        return work;
    }

    Dialect dialect() {
        return work.dialect();
    }

    SessionGuard session() {
        return session;
    }

    /**
     * What the first statement of the run has told.
     *
     * @throws dev.migratedb.migration.MigrateDbException if the history cannot be read
     */
    FirstReading first() {
        if (unreadable != null) {
            throw unreadable;
        }
        return Objects.requireNonNull(first);
    }

    /** Everything that was found, with the checksums that count. Reads repeatable scripts. */
    Catalog catalog() {
        return new Catalog(discovered, configuration.javaMigrations(), placeholders);
    }

    Preflight preflight() {
        return preflight;
    }

    RunScope scope() {
        return scope;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    /** What is wrong with files, whatever the history says. */
    List<Problem> fileProblems(Catalog catalog) {
        List<Problem> problems = new ArrayList<>(catalog.problems());
        problems.addAll(callbackProblems);
        return problems;
    }

    HistoryTable history() {
        return new HistoryTable(
                work.jdbc(),
                work.dialect(),
                new TableName(
                        first().session().schema(), configuration.history().table()));
    }

    @Override
    public void close() {
        try {
            session.close();
        } finally {
            work.close();
        }
    }
}
