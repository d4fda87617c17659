package dev.migratedb.internal.command;

import dev.migratedb.callback.Event;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.configuration.ConnectionSettings;
import dev.migratedb.configuration.HistorySettings;
import dev.migratedb.internal.dialect.Dialect;
import dev.migratedb.internal.dialect.TableName;
import dev.migratedb.internal.discovery.CallbackFile;
import dev.migratedb.internal.discovery.Discovered;
import dev.migratedb.internal.execution.Callbacks;
import dev.migratedb.internal.execution.ExternalScripts;
import dev.migratedb.internal.execution.Interruption;
import dev.migratedb.internal.execution.Moment;
import dev.migratedb.internal.execution.Progress;
import dev.migratedb.internal.execution.ProgressLines;
import dev.migratedb.internal.execution.Rehearsal;
import dev.migratedb.internal.execution.RunScope;
import dev.migratedb.internal.execution.Secrets;
import dev.migratedb.internal.execution.SessionGuard;
import dev.migratedb.internal.execution.StatementLimits;
import dev.migratedb.internal.execution.StatementPolicy;
import dev.migratedb.internal.execution.WorkConnection;
import dev.migratedb.internal.execution.WriteAccess;
import dev.migratedb.internal.history.FirstReading;
import dev.migratedb.internal.history.FlywayTable;
import dev.migratedb.internal.history.HistoryTable;
import dev.migratedb.internal.history.NoRunLock;
import dev.migratedb.internal.history.RunLock;
import dev.migratedb.internal.history.SessionInfo;
import dev.migratedb.internal.script.Placeholders;
import dev.migratedb.internal.script.ScriptChecker;
import dev.migratedb.result.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
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
    private final ExternalScripts externalScripts;
    private final Preflight preflight;
    private final List<Problem> callbackProblems = new ArrayList<>();
    private final CallbackFiles callbackFiles;
    private final Callbacks callbacks;
    private @Nullable FirstReading first;
    private @Nullable RuntimeException unreadable;
    private final RunLocks locks = new RunLocks(this);
    private final List<String> warnings = new ArrayList<>();
    private final Journals journals = new Journals(this);

    private RunContext(Configuration configuration, Discovered discovered, WorkConnection work) {
        this.configuration = configuration;
        this.discovered = discovered;
        this.work = work;
        Secrets secrets = new Secrets(configuration.placeholders());
        this.session =
                new SessionGuard(work, configuration.schemas().effectiveDefault(), configuration.connection(), secrets);
        this.scope = new RunScope(
                work,
                session,
                configuration.runSettings(),
                new Progress(),
                secrets,
                new StatementPolicy(
                        configuration.errorOverrides(), configuration.outputQueryResults(), configuration.batch()),
                new Interruption(),
                new StatementLimits(work, session, configuration.timeouts()),
                configuration.applicationTransactions());
        this.placeholders = new DefaultPlaceholders(configuration, this::sessionInfo).placeholders();
        this.externalScripts =
                new ExternalScripts(configuration.scripts(), configuration.dataSource(), placeholders, secrets);
        this.preflight = new Preflight(
                new ScriptChecker(work.dialect().syntax(), placeholders), configuration.policy(), work.dialect());
        this.callbackFiles = CallbackFiles.of(discovered.callbacks(), placeholders, externalScripts);
        callbackProblems.addAll(callbackFiles.problems());
        this.callbacks = new Callbacks(
                scope,
                callbackFiles.externalAnd(configuration.extensions().callbacks()),
                configuration.policy().executeInTransaction());
    }

    /**
     * Searches the locations, calls what wants to be called before there is a connection, and connects.
     *
     * @param rehearsal gets what would change anything, and names what would be called; null for a run that does its work
     * @throws dev.migratedb.callback.CallbackFailedException if a callback fails
     * @throws dev.migratedb.migration.MigrateDbException if the database cannot be reached or is not supported
     */
    static RunContext open(Configuration configuration, @Nullable Rehearsal rehearsal) {
        return connect(configuration, configuration.connection(), Search.of(configuration, rehearsal), rehearsal);
    }

    /**
     * Connects.
     *
     * @param connection how
     * @param discovered what the locations have
     * @param rehearsal as with {@link #open}
     * @throws dev.migratedb.migration.MigrateDbException if the database cannot be reached or is not supported
     */
    static RunContext connect(
            Configuration configuration,
            ConnectionSettings connection,
            Discovered discovered,
            @Nullable Rehearsal rehearsal) {
        WorkConnection work = WorkConnection.open(
                configuration.ofInstance(),
                configuration.dataSource(),
                configuration.joinedDataSources(),
                connection,
                rehearsal);
        try {
            return new RunContext(configuration, discovered, work);
        } catch (RuntimeException | Error ex) {
            work.close();
            throw ex;
        }
    }

    /**
     * Fires the events of connecting, then reads the history, for which it counts what they have made of the session. When
     * this returns, and also when it fails, all callbacks are known.
     *
     * @throws dev.migratedb.callback.CallbackFailedException if a callback fails
     */
    void begin() {
        begin(FirstReading::of);
    }

    /** As {@link #begin()}, with a way of its own to read the history. */
    void begin(FirstReading.Way way) {
        EnumSet<Event> connecting = EnumSet.of(Event.BEFORE_CONNECT, Event.AFTER_CONNECT);
        try {
            addSqlCallbacks(connecting);
            callbacks.fire(Event.BEFORE_CONNECT, Moment.PLAIN);
            session.initialise();
            callbacks.fire(Event.AFTER_CONNECT, Moment.PLAIN);
        } finally {
            readHistory(way);
            addSqlCallbacks(EnumSet.complementOf(connecting));
        }
    }

    private void addSqlCallbacks(Set<Event> events) {
        List<CallbackFile> files = callbackFiles.sql().stream()
                .filter(file -> events.contains(file.event()))
                .toList();
        callbacks.add(preflight.callbacks(files, callbackProblems));
    }

    /** Keeps a failure for {@link #first()}, since there are callbacks that want to know of it, once they can be called. */
    private void readHistory(FirstReading.Way way) {
        try {
            FirstReading own = way.read(
                    work.jdbc(), work.dialect(), configuration.schemas().effectiveDefault(), configuration.history());
            first = own.history().exists()
                    ? own
                    : new FirstReading(
                            own.session(),
                            adoption().ofFlyway(flywayTable(own.session().schema())));
        } catch (RuntimeException ex) {
            unreadable = ex;
        }
    }

    /** Asked for only by scripts that run before the history was read; it tells the same, for everybody else. */
    private @Nullable SessionInfo sessionInfo() {
        if (first != null) {
            return first.session();
        }
        return unreadable != null
                ? null
                : FirstReading.session(
                        work.jdbc(), work.dialect(), configuration.schemas().effectiveDefault());
    }

    /** Says which database it is. Not for commands that an application may call with every request. */
    void tellDatabase() {
        LOG.info("Database{}: {} ({})", ofInstance(), work.url(), work.product());
        section("Database: " + work.url() + " (" + work.product() + ")");
    }

    /** Which engine it is, to be appended to what a line is about; empty for an engine without a name. */
    String ofInstance() {
        return configuration.ofInstance();
    }

    /** Where the steps of the run are told. */
    Logger log() {
        return scope.log();
    }

    /** Whether nothing is changed. */
    boolean isRehearsal() {
        return scope.isRehearsal();
    }

    /** Begins a part of the script, where the run is a rehearsal. */
    void section(String title) {
        scope.section(title, null);
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
        List<String> all = new ArrayList<>(discovered.warnings());
        all.addAll(warnings);
        return all;
    }

    /** Logs what the user should know although the command goes on, and keeps it for the result. */
    void warn(String warning) {
        LOG.warn(warning);
        warnings.add(warning);
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
        return new Catalog(configuration, discovered, placeholders, externalScripts);
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
        HistorySettings settings = configuration.history();
        TableName name = new TableName(first().session().schema(), settings.table());
        return new HistoryTable(work.jdbc(), work.dialect(), name, settings.adopt());
    }

    Journals journals() {
        return journals;
    }

    /** Flyway's table in the schema of the history, which need not exist. */
    FlywayTable flywayTable() {
        return flywayTable(first().session().schema());
    }

    private FlywayTable flywayTable(String schema) {
        return new FlywayTable(
                work.jdbc(),
                work.dialect(),
                new TableName(schema, configuration.history().adoptTable()));
    }

    Adoption adoption() {
        return new Adoption(this);
    }

    /**
     * To be called when it is known that there is something to do, before it begins.
     *
     * @throws dev.migratedb.migration.MigrateDbException if the connection can only read
     */
    void beginWork() {
        if (!isRehearsal()) {
            WriteAccess.require(work);
            scope.interruption()
                    .watch(new ProgressLines(scope, configuration.lock().progressInterval())::look);
        }
        session.beforeChanges();
    }

    /**
     * Waits for the lock of the run, and for that of Flyway while its table is there. Both are released at the end of the
     * command.
     *
     * @return the own one
     */
    RunLock acquireLock() {
        return acquireLock(() -> flywayTable().exists());
    }

    /**
     * Waits for the lock of the run, then for that of Flyway.
     *
     * @param flyways whether for that of Flyway; asked under the own one
     */
    RunLock acquireLock(BooleanSupplier flyways) {
        return isRehearsal() ? new NoRunLock() : locks.acquire(flyways);
    }

    /** Releases the locks, where there are any. */
    void releaseLock() {
        locks.release(RunLock::release);
    }

    /** Releases the locks, where there are any, together with everything that they need in the database. */
    void disposeLock() {
        locks.release(RunLock::dispose);
    }

    @Override
    public void close() {
        try {
            scope.limits().close();
            session.close();
        } finally {
            try {
                work.close();
            } finally {
                scope.interruption().close();
            }
        }
    }
}
