package dev.migratedb;

import dev.migratedb.callback.Callback;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.configuration.Configuration.DryRunOutput;
import dev.migratedb.configuration.ConnectionSettings;
import dev.migratedb.configuration.ConnectionSettings.ApplicationTransactions;
import dev.migratedb.configuration.ErrorOverride;
import dev.migratedb.configuration.ExtensionSettings;
import dev.migratedb.configuration.HistorySettings;
import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.configuration.IgnorePattern;
import dev.migratedb.configuration.LocationSettings;
import dev.migratedb.configuration.LockSettings;
import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.configuration.MigratePolicy;
import dev.migratedb.configuration.NamingRules;
import dev.migratedb.configuration.PlaceholderSettings;
import dev.migratedb.configuration.SchemaSettings;
import dev.migratedb.configuration.ScriptSettings;
import dev.migratedb.configuration.UndoPolicy;
import dev.migratedb.internal.command.AwaitCommand;
import dev.migratedb.internal.command.BaselineCommand;
import dev.migratedb.internal.command.CleanCommand;
import dev.migratedb.internal.command.ExportCommand;
import dev.migratedb.internal.command.Extensions;
import dev.migratedb.internal.command.InfoCommand;
import dev.migratedb.internal.command.MigrateCommand;
import dev.migratedb.internal.command.RepairCommand;
import dev.migratedb.internal.command.UndoCommand;
import dev.migratedb.internal.command.ValidateCommand;
import dev.migratedb.internal.command.VendorLocations;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.migration.RunSettings;
import dev.migratedb.migration.TargetVersion;
import dev.migratedb.resolver.MigrationResolver;
import dev.migratedb.result.BaselineResult;
import dev.migratedb.result.CleanResult;
import dev.migratedb.result.ExportResult;
import dev.migratedb.result.InfoResult;
import dev.migratedb.result.MigrateResult;
import dev.migratedb.result.PlanResult;
import dev.migratedb.result.RepairResult;
import dev.migratedb.result.UndoResult;
import dev.migratedb.result.ValidateResult;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.WritableResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ResourceUtils;

/**
 * Migrates a database.
 *
 * <pre>{@code
 * MigrateDb.configure()
 *         .dataSource(dataSource)
 *         .locations("classpath:db/migration", "filesystem:/sql")
 *         .load()
 *         .migrate();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads. Each command opens one connection, does everything on it, and gives it
 * back; commands of several processes (or threads) that change one database wait for each other.
 */
public final class MigrateDb {

    private final Configuration configuration;
    private final VendorLocations locations;

    private MigrateDb(Configuration configuration) {
        this.configuration = configuration;
        this.locations = new VendorLocations(configuration);
    }

    /** Begins a configuration that finds classpath resources by the class loader of the current thread. */
    public static Builder configure() {
        return new Builder(new DefaultResourceLoader());
    }

    /** Begins a configuration that finds classpath resources by the given class loader. */
    public static Builder configure(ClassLoader classLoader) {
        return new Builder(new DefaultResourceLoader(classLoader));
    }

    /**
     * Runs everything that is pending.
     *
     * @throws dev.migratedb.result.ValidationFailedException if files, settings or history are wrong; nothing was changed
     * @throws dev.migratedb.migration.MigrationFailedException if a migration failed
     * @throws dev.migratedb.callback.CallbackFailedException if a callback failed
     * @throws dev.migratedb.migration.MigrateDbException if the run could not begin or go on for another reason
     */
    public MigrateResult migrate() {
        return MigrateCommand.run(locations.located());
    }

    /** Tells of every migration where it stands. Changes nothing and takes no lock. */
    public InfoResult info() {
        return InfoCommand.run(locations.located());
    }

    /**
     * Checks that files and history agree. Changes nothing and takes no lock.
     *
     * @throws dev.migratedb.result.ValidationFailedException with everything that is wrong, a pending migration included
     */
    public ValidateResult validate() {
        return ValidateCommand.run(locations.located());
    }

    /** Checks like {@link #validate()}, but returns what is wrong instead of throwing it. */
    public ValidateResult validateWithResult() {
        return ValidateCommand.runWithResult(locations.located());
    }

    /**
     * Waits until another process has brought the database to where {@link #migrate()} would bring it: nothing is pending, and
     * nothing has failed. Versions that are not known here, since the other process is newer, are no obstacle. Changes
     * nothing and takes no lock; fires no events but those of connecting. A database that cannot be reached, or has no history yet,
     * is waited for, too.
     *
     * @param timeout how long at most; zero means one look
     * @param pollInterval how often to look
     * @return where everything stands at the end
     * @throws dev.migratedb.migration.MigrateDbException with code {@code WAIT_TIMEOUT} if the time is over; it tells what is
     *     missing
     * @throws dev.migratedb.result.ValidationFailedException if files or history are wrong in a way that no run gets over
     */
    public InfoResult awaitMigrations(Duration timeout, Duration pollInterval) {
        return AwaitCommand.run(locations, new LockSettings.Waiting(timeout, pollInterval));
    }

    /**
     * Tells what {@link #migrate()} would do, as a script for the database's own client. Executes nothing and changes nothing;
     * code of the user is named in the script, but not called.
     *
     * @throws dev.migratedb.result.ValidationFailedException if migrate would be refused
     */
    public PlanResult plan() {
        return MigrateCommand.plan(locations.located());
    }

    /**
     * Begins a history in a schema that was in use before.
     *
     * @throws dev.migratedb.migration.MigrateDbException if there is a history that begins otherwise
     */
    public BaselineResult baseline() {
        return BaselineCommand.run(locations.located());
    }

    /**
     * Makes the history agree with the files: takes out failed rows, marks rows without a file as deleted, and gives rows the
     * checksum, description and type of their files. Takes back nothing that migrations did.
     */
    public RepairResult repair() {
        return RepairCommand.run(locations.located());
    }

    /**
     * Takes back applied migrations, the last applied first, down to the configured target or by the configured number.
     *
     * @throws dev.migratedb.migration.MigrateDbException if one of them has no undo migration; nothing was changed
     */
    public UndoResult undo() {
        return UndoCommand.run(locations.located(), configuration.undo());
    }

    /** Takes back that many applied migrations, the last applied first. See {@link #undo()}. */
    public UndoResult undo(int count) {
        return UndoCommand.run(locations.located(), new UndoPolicy(null, count));
    }

    /** Takes back applied migrations down to a version, itself included. See {@link #undo()}. */
    public UndoResult undoTo(MigrationVersion target) {
        return UndoCommand.run(locations.located(), new UndoPolicy(target, 1));
    }

    /**
     * Empties the schemas, the history included.
     *
     * @throws dev.migratedb.migration.MigrateDbException if it is not allowed, as by default
     */
    public CleanResult clean() {
        return CleanCommand.run(locations.located());
    }

    /**
     * Hands the history back to Flyway: writes it into Flyway's table, which is created where it is missing, so that Flyway
     * can go on with this database. The own history stays as it is. What Flyway's open source build could not read is left
     * out; the result says what. Fires no events but those of connecting.
     *
     * @throws dev.migratedb.result.ValidationFailedException if there is no history, or if Flyway's table holds rows that the
     *     own one does not have; nothing was changed
     */
    public ExportResult exportFlywayHistory() {
        return ExportCommand.run(locations.located());
    }

    /** The settings as code of the user may know them. */
    public RunSettings settings() {
        return locations.known().runSettings();
    }

    // longer than other classes, because every setting is a method here and nowhere else
    /**
     * Collects settings. Each setting is a method; a later call replaces an earlier one, except that callbacks and Java
     * migrations add up. Not thread-safe.
     */
    public static final class Builder {

        private final ResourceLoader defaultResourceLoader;
        private String instance = Configuration.DEFAULT_INSTANCE;
        private @Nullable DataSource dataSource;
        private @Nullable DriverManagerDataSource byUrl;
        private List<DataSource> joinedDataSources = List.of();
        private @Nullable ResourceLoader resourceLoader;
        private Clock clock = Clock.systemUTC();
        private final List<JavaMigration> javaMigrations = new ArrayList<>();
        private final List<Callback> callbacks = new ArrayList<>();
        private List<String> locations = List.of(LocationSettings.DEFAULT_LOCATION);
        private List<String> callbackLocations = List.of();
        private boolean failOnMissingLocations = false;
        private Charset encoding = LocationSettings.DEFAULT_ENCODING;
        private String sqlMigrationPrefix = NamingRules.DEFAULT.versionedPrefix();
        private String repeatableSqlMigrationPrefix = NamingRules.DEFAULT.repeatablePrefix();
        private String sqlMigrationSeparator = NamingRules.DEFAULT.separator();
        private List<String> sqlMigrationSuffixes = NamingRules.DEFAULT.suffixes();
        private boolean validateMigrationNaming = NamingRules.DEFAULT.validate();
        private boolean placeholderReplacement = PlaceholderSettings.DEFAULT.replace();
        private Map<String, String> placeholders = Map.of();
        private String placeholderPrefix = PlaceholderSettings.DEFAULT.prefix();
        private String placeholderSuffix = PlaceholderSettings.DEFAULT.suffix();
        private String placeholderSeparator = PlaceholderSettings.DEFAULT.separator();
        private PlaceholderSettings.Unknown placeholderUnknown = PlaceholderSettings.DEFAULT.unknown();
        private List<String> secretPlaceholders = PlaceholderSettings.DEFAULT.secrets();
        private List<String> schemas = SchemaSettings.DEFAULT.schemas();
        private @Nullable String defaultSchema = SchemaSettings.DEFAULT.defaultSchema();
        private boolean createSchemas = SchemaSettings.DEFAULT.create();
        private String table = HistorySettings.DEFAULT.table();
        private @Nullable String tablespace = HistorySettings.DEFAULT.tablespace();
        private @Nullable String installedBy = HistorySettings.DEFAULT.installedBy();
        private Adopt adopt = HistorySettings.DEFAULT.adopt();
        private String adoptTable = HistorySettings.DEFAULT.adoptTable();
        private Supplier<TargetVersion> target = () -> MigratePolicy.DEFAULT.target();
        private boolean outOfOrder = MigratePolicy.DEFAULT.outOfOrder();
        private boolean group = MigratePolicy.DEFAULT.group();
        private boolean mixed = MigratePolicy.DEFAULT.mixed();
        private boolean executeInTransaction = MigratePolicy.DEFAULT.executeInTransaction();
        private boolean validateOnMigrate = MigratePolicy.DEFAULT.validateOnMigrate();
        private List<String> ignoreMigrationPatterns = List.of();
        private boolean baselineOnMigrate = MigratePolicy.DEFAULT.baselineOnMigrate();
        private Supplier<MigrationVersion> baselineVersion = () -> MigratePolicy.DEFAULT.baselineVersion();
        private String baselineDescription = MigratePolicy.DEFAULT.baselineDescription();
        private Strategy lockStrategy = LockSettings.DEFAULT.strategy();
        private @Nullable Duration lockWaitTimeout = LockSettings.DEFAULT.waitTimeout();
        private Duration lockPollInterval = LockSettings.DEFAULT.pollInterval();
        private Duration lockLeaseDuration = LockSettings.DEFAULT.leaseDuration();
        private Duration ddlLockTimeout = MigratePolicy.Timeouts.DEFAULT.ddlLock();
        private int ddlLockRetries = MigratePolicy.Timeouts.DEFAULT.ddlLockRetries();
        private Duration ddlLockRetryMaxInterval = MigratePolicy.Timeouts.DEFAULT.ddlLockRetryMaxInterval();
        private @Nullable Duration statementTimeout = MigratePolicy.Timeouts.DEFAULT.statement();
        private Duration progressInterval = LockSettings.DEFAULT.progressInterval();
        private boolean detectEncoding = false;
        private String baselineMigrationPrefix = NamingRules.DEFAULT.baselinePrefix();
        private String undoSqlMigrationPrefix = NamingRules.DEFAULT.undoPrefix();
        private List<String> cherryPick = List.of();
        private boolean skipExecutingMigrations = MigratePolicy.DEFAULT.skipExecuting();
        private Supplier<@Nullable MigrationVersion> undoTarget = () -> UndoPolicy.DEFAULT.target();
        private int undoCount = UndoPolicy.DEFAULT.count();
        private boolean cleanDisabled = true;
        private List<String> migrationResolvers = List.of();
        private boolean skipDefaultCallbacks = false;
        private boolean skipDefaultResolvers = false;
        private String scriptPlaceholderPrefix = ScriptSettings.DEFAULT.placeholderPrefix();
        private String scriptPlaceholderSuffix = ScriptSettings.DEFAULT.placeholderSuffix();
        private @Nullable String powershellExecutable = ScriptSettings.DEFAULT.powershellExecutable();
        private @Nullable String runAsRole = ConnectionSettings.DEFAULT.runAsRole();
        private List<String> initSqls = ConnectionSettings.DEFAULT.initSqls();
        private int connectRetries = ConnectionSettings.DEFAULT.connectRetries();
        private Duration connectRetriesInterval = ConnectionSettings.DEFAULT.connectRetriesInterval();
        private List<String> errorOverrides = List.of();
        private boolean outputQueryResults = false;
        private boolean batch = true;
        private boolean rebuildInvalidIndexes = true;
        private @Nullable String dryRunLocation;
        private @Nullable Appendable dryRunOutput;
        private final List<String> callbackNames = new ArrayList<>();
        private final List<MigrationResolver> resolvers = new ArrayList<>();
        private final Properties jdbcProperties = new Properties();
        private @Nullable ApplicationTransactions applicationTransactions;
        private Predicate<Class<?>> foundClasses = found -> true;

        private Builder(ResourceLoader defaultResourceLoader) {
            this.defaultResourceLoader = defaultResourceLoader;
        }

        /**
         * How the engine is called among those of an application: in its log, in {@link RunSettings#instance()}, and in locations for
         * {@code {instance}}. Default: {@value Configuration#DEFAULT_INSTANCE}.
         */
        public Builder instance(String instance) {
            this.instance = instance;
            return this;
        }

        /** Where the one connection of a run comes from. Never closed by the engine. */
        public Builder dataSource(DataSource dataSource) {
            this.dataSource = dataSource;
            this.byUrl = null;
            return this;
        }

        /** Connects by URL, with the driver that {@link java.sql.DriverManager} finds for it. */
        public Builder dataSource(String url, @Nullable String user, @Nullable String password) {
            DriverManagerDataSource byUrl = new DriverManagerDataSource(url);
            byUrl.setUsername(user);
            byUrl.setPassword(password);
            this.dataSource = byUrl;
            this.byUrl = byUrl;
            return this;
        }

        /**
         * Further data sources of the application on the same database: what code of the user sends through them on the thread
         * of the run goes through the connection of the run and takes part in the migration's transaction. Default: none.
         */
        public Builder joinedDataSources(DataSource... joinedDataSources) {
            this.joinedDataSources = List.of(joinedDataSources);
            return this;
        }

        /**
         * Lets each Java migration that executes in a transaction run in one of the application, such as one of JPA, and not in one of
         * the engine. What it does and its row in the history are committed together by that transaction, on its connection; the
         * connection of the run only holds the lock, so that a run needs two. A Java migration that executes in none has none, and
         * may begin its own. Scripts and callbacks are as ever. Default: transactions of the engine.
         *
         * @param transactionManager begins the transactions
         * @param dataSource whose transactions these are; leads to the database that is migrated
         */
        public Builder applicationTransactions(PlatformTransactionManager transactionManager, DataSource dataSource) {
            this.applicationTransactions = new ApplicationTransactions(transactionManager, dataSource);
            return this;
        }

        /** What resolves locations; knows further protocols where the application has added some. */
        public Builder resourceLoader(ResourceLoader resourceLoader) {
            this.resourceLoader = resourceLoader;
            return this;
        }

        /** What tells the time, for durations and for the placeholder {@code timestamp}. Default: the system's clock. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Adds migrations written in Java. */
        public Builder javaMigrations(JavaMigration... javaMigrations) {
            this.javaMigrations.addAll(List.of(javaMigrations));
            return this;
        }

        /**
         * Which classes take part of those that are found on the class path: callbacks in the package {@value
         * ExtensionSettings#CALLBACK_PACKAGE} and in packages that are named, Java migrations in locations. One that is run in another
         * way, as by another engine, is left out here. Default: all.
         */
        public Builder foundClasses(Predicate<Class<?>> foundClasses) {
            this.foundClasses = foundClasses;
            return this;
        }

        /** Adds callbacks written in Java. */
        public Builder callbacks(Callback... callbacks) {
            this.callbacks.addAll(List.of(callbacks));
            return this;
        }

        /**
         * How far a run goes, as text.
         *
         * @param target {@code latest}, {@code current}, {@code next}, a version, or a version with {@code ?} where an unknown
         *     version shall not be an error
         */
        public Builder target(String target) {
            this.target = () -> parsed("target", target, TargetVersion::parse);
            return this;
        }

        /** The version at which a history begins in a schema that was in use before, as text. */
        public Builder baselineVersion(String baselineVersion) {
            this.baselineVersion = () -> parsed("baseline-version", baselineVersion, MigrationVersion::of);
            return this;
        }

        /**
         * Where migrations and callbacks are searched. Default: {@value LocationSettings#DEFAULT_LOCATION}. {@code {instance}} stands
         * for the name of the engine, {@code {vendor}} for the kind of database, such as {@code postgresql}; a database whose kind is
         * wanted is asked for it by the first command, before anything else, and Java migrations in such a location are found then.
         */
        public Builder locations(String... locations) {
            this.locations = List.of(locations);
            return this;
        }

        /** Where callbacks are searched in addition to the locations. Default: nowhere. */
        public Builder callbackLocations(String... callbackLocations) {
            this.callbackLocations = List.of(callbackLocations);
            return this;
        }

        /** Whether a location that does not exist is an error; else it is one warning. Default: false. */
        public Builder failOnMissingLocations(boolean failOnMissingLocations) {
            this.failOnMissingLocations = failOnMissingLocations;
            return this;
        }

        /** The encoding of all files. Default: UTF-8. */
        public Builder encoding(Charset encoding) {
            this.encoding = encoding;
            return this;
        }

        /** What names of versioned migrations begin with. Default: V. */
        public Builder sqlMigrationPrefix(String sqlMigrationPrefix) {
            this.sqlMigrationPrefix = sqlMigrationPrefix;
            return this;
        }

        /** What names of repeatable migrations begin with. Default: R. */
        public Builder repeatableSqlMigrationPrefix(String repeatableSqlMigrationPrefix) {
            this.repeatableSqlMigrationPrefix = repeatableSqlMigrationPrefix;
            return this;
        }

        /** What stands between version and description. Default: two underscores. */
        public Builder sqlMigrationSeparator(String sqlMigrationSeparator) {
            this.sqlMigrationSeparator = sqlMigrationSeparator;
            return this;
        }

        /** What names of SQL files end with. Default: .sql. */
        public Builder sqlMigrationSuffixes(String... sqlMigrationSuffixes) {
            this.sqlMigrationSuffixes = List.of(sqlMigrationSuffixes);
            return this;
        }

        /** Whether a file that looks like a migration but is not named like one is an error; else it is one warning. Default: false. */
        public Builder validateMigrationNaming(boolean validateMigrationNaming) {
            this.validateMigrationNaming = validateMigrationNaming;
            return this;
        }

        /** Whether placeholders are replaced at all. Default: true. */
        public Builder placeholderReplacement(boolean placeholderReplacement) {
            this.placeholderReplacement = placeholderReplacement;
            return this;
        }

        /** The values of placeholders; names are compared without regard to case. Default: none. */
        public Builder placeholders(Map<String, String> placeholders) {
            this.placeholders = Map.copyOf(placeholders);
            return this;
        }

        /** What a placeholder begins with. Default: ${. */
        public Builder placeholderPrefix(String placeholderPrefix) {
            this.placeholderPrefix = placeholderPrefix;
            return this;
        }

        /** What a placeholder ends with. Default: }. */
        public Builder placeholderSuffix(String placeholderSuffix) {
            this.placeholderSuffix = placeholderSuffix;
            return this;
        }

        /** What stands in the names of default placeholders after migratedb. Default: a colon. */
        public Builder placeholderSeparator(String placeholderSeparator) {
            this.placeholderSeparator = placeholderSeparator;
            return this;
        }

        /** What happens to a placeholder that has no value. Default: it is an error. */
        public Builder placeholderUnknown(PlaceholderSettings.Unknown placeholderUnknown) {
            this.placeholderUnknown = placeholderUnknown;
            return this;
        }

        /** Names, with * for any characters, of placeholders whose values are never shown. Default: *password*, *secret*, *token*. */
        public Builder secretPlaceholders(String... secretPlaceholders) {
            this.secretPlaceholders = List.of(secretPlaceholders);
            return this;
        }

        /** The schemas that are managed; the first is the default one unless {@link #defaultSchema} says otherwise. Default: the connection's own. */
        public Builder schemas(String... schemas) {
            this.schemas = List.of(schemas);
            return this;
        }

        /** Where the history table is, and what unqualified names mean. Default: the first of the schemas, else the connection's own. */
        public Builder defaultSchema(@Nullable String defaultSchema) {
            this.defaultSchema = defaultSchema;
            return this;
        }

        /** Whether missing schemas are created. Default: true. */
        public Builder createSchemas(boolean createSchemas) {
            this.createSchemas = createSchemas;
            return this;
        }

        /** The name of the history table. Default: {@value HistorySettings#DEFAULT_TABLE}. */
        public Builder table(String table) {
            this.table = table;
            return this;
        }

        /** Where the history table is created. Default: the database's choice. */
        public Builder tablespace(@Nullable String tablespace) {
            this.tablespace = tablespace;
            return this;
        }

        /** What the history records as the user. Default: the database user. */
        public Builder installedBy(@Nullable String installedBy) {
            this.installedBy = installedBy;
            return this;
        }

        /** Which history of another engine is taken over. Default: that of Flyway, where its table is there. */
        public Builder adopt(Adopt adopt) {
            this.adopt = adopt;
            return this;
        }

        /**
         * The name of Flyway's history table, in the schema of the own one. Default: {@value
         * HistorySettings#DEFAULT_ADOPT_TABLE}.
         */
        public Builder adoptTable(String adoptTable) {
            this.adoptTable = adoptTable;
            return this;
        }

        /** How far a run goes. Default: everything. */
        public Builder target(TargetVersion target) {
            this.target = () -> target;
            return this;
        }

        /** Whether a version below the highest applied one still runs. Default: false. */
        public Builder outOfOrder(boolean outOfOrder) {
            this.outOfOrder = outOfOrder;
            return this;
        }

        /** Whether all pending migrations share one transaction. Default: false. */
        public Builder group(boolean group) {
            this.group = group;
            return this;
        }

        /** Whether a script may mix statements that refuse a transaction with others; it then runs without one. Default: false. */
        public Builder mixed(boolean mixed) {
            this.mixed = mixed;
            return this;
        }

        /** Whether migrations and callbacks run in transactions. Default: true. */
        public Builder executeInTransaction(boolean executeInTransaction) {
            this.executeInTransaction = executeInTransaction;
            return this;
        }

        /** Whether migrate validates first. Default: true. */
        public Builder validateOnMigrate(boolean validateOnMigrate) {
            this.validateOnMigrate = validateOnMigrate;
            return this;
        }

        /** What validation does not mind, as {@code kind:state}, in addition to {@code *:future}; {@code !*:future} takes that away. Default: nothing more. */
        public Builder ignoreMigrationPatterns(String... ignoreMigrationPatterns) {
            this.ignoreMigrationPatterns = List.of(ignoreMigrationPatterns);
            return this;
        }

        /** Whether a history is begun in a schema that holds objects but no history. Default: false. */
        public Builder baselineOnMigrate(boolean baselineOnMigrate) {
            this.baselineOnMigrate = baselineOnMigrate;
            return this;
        }

        /** The version at which such a history begins. Default: 1. */
        public Builder baselineVersion(MigrationVersion baselineVersion) {
            this.baselineVersion = () -> baselineVersion;
            return this;
        }

        /** The description of the first row of such a history. Default: {@value MigratePolicy#DEFAULT_BASELINE_DESCRIPTION}. */
        public Builder baselineDescription(String baselineDescription) {
            this.baselineDescription = baselineDescription;
            return this;
        }

        /** What keeps two runs apart. Default: {@link Strategy#AUTO}. */
        public Builder lockStrategy(Strategy lockStrategy) {
            this.lockStrategy = lockStrategy;
            return this;
        }

        /** How long to wait for another run; null means as long as it lives. Default: null. */
        public Builder lockWaitTimeout(@Nullable Duration lockWaitTimeout) {
            this.lockWaitTimeout = lockWaitTimeout;
            return this;
        }

        /** How often to ask whether the lock is free. Default: 500 ms. */
        public Builder lockPollInterval(Duration lockPollInterval) {
            this.lockPollInterval = lockPollInterval;
            return this;
        }

        /** How long a lock that is a row outlives its holder. Default: 30 s. */
        public Builder lockLeaseDuration(Duration lockLeaseDuration) {
            this.lockLeaseDuration = lockLeaseDuration;
            return this;
        }

        /**
         * How long a statement of a script waits for a lock of a table; zero means as long as the database lets it. Not for
         * statements that only read or change rows, and not for indexes that are built concurrently. On PostgreSQL, MariaDB
         * and MySQL. Default: 5 s.
         */
        public Builder ddlLockTimeout(Duration ddlLockTimeout) {
            this.ddlLockTimeout = ddlLockTimeout;
            return this;
        }

        /** How often is tried again what has not got such a lock in time. Default: 10. */
        public Builder ddlLockRetries(int ddlLockRetries) {
            this.ddlLockRetries = ddlLockRetries;
            return this;
        }

        /** The longest wait before that is tried again; waits begin at 500 ms and double. Default: 30 s. */
        public Builder ddlLockRetryMaxInterval(Duration ddlLockRetryMaxInterval) {
            this.ddlLockRetryMaxInterval = ddlLockRetryMaxInterval;
            return this;
        }

        /** How long a statement of a script may run; null means without limit. Default: null. */
        public Builder statementTimeout(@Nullable Duration statementTimeout) {
            this.statementTimeout = statementTimeout;
            return this;
        }

        /** How often to say that a run still waits; zero means never. Default: 10 s. */
        public Builder progressInterval(Duration progressInterval) {
            this.progressInterval = progressInterval;
            return this;
        }

        /** Whether a byte order mark at the beginning of a file tells its encoding. Default: false. */
        public Builder detectEncoding(boolean detectEncoding) {
            this.detectEncoding = detectEncoding;
            return this;
        }

        /** What names of baseline migrations begin with. Default: B. */
        public Builder baselineMigrationPrefix(String baselineMigrationPrefix) {
            this.baselineMigrationPrefix = baselineMigrationPrefix;
            return this;
        }

        /** What names of undo migrations begin with. Default: U. */
        public Builder undoSqlMigrationPrefix(String undoSqlMigrationPrefix) {
            this.undoSqlMigrationPrefix = undoSqlMigrationPrefix;
            return this;
        }

        /** Versions and descriptions of what runs, in this order. Default: everything that is pending. */
        public Builder cherryPick(String... cherryPick) {
            this.cherryPick = List.of(cherryPick);
            return this;
        }

        /** Whether migrations are only recorded in the history and not run. Default: false. */
        public Builder skipExecutingMigrations(boolean skipExecutingMigrations) {
            this.skipExecutingMigrations = skipExecutingMigrations;
            return this;
        }

        /** The last version that undo takes back, itself included. Default: none, see {@link #undoCount}. */
        public Builder undoTarget(@Nullable MigrationVersion undoTarget) {
            this.undoTarget = () -> undoTarget;
            return this;
        }

        /** How many migrations undo takes back. Default: 1. */
        public Builder undoCount(int undoCount) {
            this.undoCount = undoCount;
            return this;
        }

        /** Whether clean is refused. Default: true. */
        public Builder cleanDisabled(boolean cleanDisabled) {
            this.cleanDisabled = cleanDisabled;
            return this;
        }

        /** Names of resolver classes, which need a constructor without parameters. Default: none. */
        public Builder migrationResolvers(String... migrationResolvers) {
            this.migrationResolvers = List.of(migrationResolvers);
            return this;
        }

        /** Whether callbacks in SQL and script files are left out. Default: false. */
        public Builder skipDefaultCallbacks(boolean skipDefaultCallbacks) {
            this.skipDefaultCallbacks = skipDefaultCallbacks;
            return this;
        }

        /** Whether everything but the given resolvers and Java migration instances is left out. Default: false. */
        public Builder skipDefaultResolvers(boolean skipDefaultResolvers) {
            this.skipDefaultResolvers = skipDefaultResolvers;
            return this;
        }

        /** What environment variables with placeholders begin with, in scripts of operating systems. Default: MP__. */
        public Builder scriptPlaceholderPrefix(String scriptPlaceholderPrefix) {
            this.scriptPlaceholderPrefix = scriptPlaceholderPrefix;
            return this;
        }

        /** What such environment variables end with. Default: two underscores. */
        public Builder scriptPlaceholderSuffix(String scriptPlaceholderSuffix) {
            this.scriptPlaceholderSuffix = scriptPlaceholderSuffix;
            return this;
        }

        /** What runs {@code .ps1} files. Default: pwsh, on Windows powershell. */
        public Builder powershellExecutable(@Nullable String powershellExecutable) {
            this.powershellExecutable = powershellExecutable;
            return this;
        }

        /**
         * The role that the session takes right after connecting, before {@link #initSqls}, and gives up at the end: it owns
         * what migrations create. On PostgreSQL, MariaDB and MySQL. Default: null, the user of the connection.
         */
        public Builder runAsRole(@Nullable String runAsRole) {
            this.runAsRole = runAsRole;
            return this;
        }

        /** Statements that run once, right after connecting. Default: none. */
        public Builder initSqls(String... initSqls) {
            this.initSqls = List.of(initSqls);
            return this;
        }

        /** How often connecting is tried again. Default: 0. */
        public Builder connectRetries(int connectRetries) {
            this.connectRetries = connectRetries;
            return this;
        }

        /** The longest wait before connecting again; waits begin at one second and double. Default: 120 s. */
        public Builder connectRetriesInterval(Duration connectRetriesInterval) {
            this.connectRetriesInterval = connectRetriesInterval;
            return this;
        }

        /** What becomes of errors and warnings of the database, as {@code STATE:CODE:ACTION}. Default: errors fail, warnings are logged. */
        public Builder errorOverrides(String... errorOverrides) {
            this.errorOverrides = List.of(errorOverrides);
            return this;
        }

        /** Whether the rows that scripts select are logged. Default: false. */
        public Builder outputQueryResults(boolean outputQueryResults) {
            this.outputQueryResults = outputQueryResults;
            return this;
        }

        /**
         * Whether consecutive statements that change rows are sent together, where that saves time: in a transaction, on
         * PostgreSQL and MariaDB, where no callback listens to statements and no error is overridden. Default: true.
         */
        public Builder batch(boolean batch) {
            this.batch = batch;
            return this;
        }

        /**
         * Whether an index that {@code CREATE INDEX CONCURRENTLY} has left invalid, since it failed or its process died, is dropped
         * before the next run builds it again: only one that the journal says a run was building; true by default. Else the
         * next run is refused, and names the index.
         */
        public Builder rebuildInvalidIndexes(boolean rebuildInvalidIndexes) {
            this.rebuildInvalidIndexes = rebuildInvalidIndexes;
            return this;
        }

        /**
         * Where migrate, undo, repair, baseline and clean write what they would do, as a script for the database's own client,
         * instead of doing it. The file is replaced with every command; missing folders are created. The script holds the
         * values of placeholders, secrets included. Default: they do it.
         *
         * @param location a path, or a URL of a protocol that the resource loader can write to
         */
        public Builder dryRunOutput(String location) {
            this.dryRunLocation = location;
            this.dryRunOutput = null;
            return this;
        }

        /**
         * As {@link #dryRunOutput(String)}.
         *
         * @param output is appended to by every command, and never closed
         */
        public Builder dryRunOutput(Appendable output) {
            this.dryRunOutput = output;
            this.dryRunLocation = null;
            return this;
        }

        /**
         * Adds callbacks by the names of their classes, or of packages that are searched for callback classes. The package
         * {@value ExtensionSettings#CALLBACK_PACKAGE} is searched without being named. Classes need a constructor without
         * parameters; one that is given as an instance is not created again.
         */
        public Builder callbacks(String... classOrPackageNames) {
            callbackNames.addAll(List.of(classOrPackageNames));
            return this;
        }

        /** Adds resolvers of migrations of other formats. */
        public Builder resolvers(MigrationResolver... resolvers) {
            this.resolvers.addAll(List.of(resolvers));
            return this;
        }

        /** Properties for the driver; only with {@link #dataSource(String, String, String)}. Default: none. */
        public Builder jdbcProperties(Map<String, String> jdbcProperties) {
            this.jdbcProperties.clear();
            this.jdbcProperties.putAll(jdbcProperties);
            return this;
        }

        /** The last version that undo takes back, as text. */
        public Builder undoTarget(String undoTarget) {
            this.undoTarget = () -> parsed("undo.target", undoTarget, MigrationVersion::of);
            return this;
        }

        /**
         * Makes the engine, and an instance of each class of a callback or Java migration that is found. Opens no connection.
         *
         * @throws dev.migratedb.migration.MigrateDbException if a setting is wrong or does not go with another one; the message
         *     names it
         */
        public MigrateDb load() {
            if (dataSource == null) {
                throw new MigrateDbException(
                        ErrorCode.CONFIGURATION,
                        "There is no data source: MigrateDB has no database to migrate. Give the builder a DataSource,"
                                + " or url, user and password.");
            }
            if (!jdbcProperties.isEmpty()) {
                if (byUrl == null) {
                    throw new MigrateDbException(
                            ErrorCode.CONFIGURATION,
                            "'migratedb.jdbc-properties' needs 'migratedb.url': another data source has its own properties.");
                }
                byUrl.setConnectionProperties(jdbcProperties);
            }
            LocationSettings locationSettings = new LocationSettings(
                    ofInstance(locations),
                    ofInstance(callbackLocations),
                    failOnMissingLocations,
                    encoding,
                    detectEncoding,
                    resourceLoader != null ? resourceLoader : defaultResourceLoader);
            return new MigrateDb(new Configuration(
                    instance,
                    dataSource,
                    joinedDataSources,
                    applicationTransactions(),
                    locationSettings,
                    new NamingRules(
                            sqlMigrationPrefix,
                            repeatableSqlMigrationPrefix,
                            baselineMigrationPrefix,
                            undoSqlMigrationPrefix,
                            sqlMigrationSeparator,
                            sqlMigrationSuffixes,
                            validateMigrationNaming),
                    new PlaceholderSettings(
                            placeholderReplacement,
                            placeholders,
                            placeholderPrefix,
                            placeholderSuffix,
                            placeholderSeparator,
                            placeholderUnknown,
                            secretPlaceholders),
                    new SchemaSettings(schemas, defaultSchema, createSchemas),
                    new HistorySettings(table, tablespace, installedBy, adopt, adoptTable),
                    new MigratePolicy(
                            target.get(),
                            cherryPick,
                            outOfOrder,
                            group,
                            mixed,
                            executeInTransaction,
                            skipExecutingMigrations,
                            validateOnMigrate,
                            IgnorePattern.defaultsAnd(ignoreMigrationPatterns),
                            baselineOnMigrate,
                            baselineVersion.get(),
                            baselineDescription),
                    new LockSettings(
                            lockStrategy, lockWaitTimeout, lockPollInterval, lockLeaseDuration, progressInterval),
                    new MigratePolicy.Timeouts(
                            ddlLockTimeout, ddlLockRetries, ddlLockRetryMaxInterval, statementTimeout),
                    new UndoPolicy(undoTarget.get(), undoCount),
                    cleanDisabled,
                    Extensions.complete(
                            new ExtensionSettings(
                                    javaMigrations,
                                    callbacks,
                                    callbackNames,
                                    resolvers,
                                    migrationResolvers,
                                    foundClasses,
                                    skipDefaultCallbacks,
                                    skipDefaultResolvers),
                            locationSettings),
                    new ScriptSettings(scriptPlaceholderPrefix, scriptPlaceholderSuffix, powershellExecutable),
                    new ConnectionSettings(runAsRole, initSqls, connectRetries, connectRetriesInterval),
                    errorOverrides.stream().map(ErrorOverride::parse).toList(),
                    outputQueryResults,
                    batch,
                    rebuildInvalidIndexes,
                    dryRun(locationSettings.resourceLoader()),
                    clock,
                    new Configuration.LastWarnings()));
        }

        private @Nullable ApplicationTransactions applicationTransactions() {
            if (applicationTransactions != null && group) {
                throw new MigrateDbException(
                        ErrorCode.CONFIGURATION,
                        "'migratedb.group' has no meaning where migrations run in transactions of the application, each in one"
                                + " of its own. Leave one of the two out.");
            }
            return applicationTransactions;
        }

        private List<String> ofInstance(List<String> locations) {
            return locations.stream()
                    .map(location -> location.replace("{instance}", instance))
                    .toList();
        }

        private @Nullable DryRunOutput dryRun(ResourceLoader loader) {
            if (dryRunLocation == null) {
                return dryRunOutput == null ? null : new DryRunOutput(null, dryRunOutput);
            }
            Resource resource = ResourceUtils.isUrl(dryRunLocation)
                    ? loader.getResource(dryRunLocation)
                    : new FileSystemResource(dryRunLocation);
            if (resource instanceof WritableResource writable) {
                return new DryRunOutput(writable, null);
            }
            throw new MigrateDbException(
                    ErrorCode.CONFIGURATION,
                    "'migratedb.dry-run-output' is wrong: nothing can be written to '" + dryRunLocation
                            + "'. Give it the path of a file.");
        }

        private static <T> T parsed(String property, String text, Function<String, T> parser) {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException ex) {
                throw new MigrateDbException(
                        ErrorCode.CONFIGURATION, "'migratedb." + property + "' is wrong: " + ex.getMessage(), ex);
            }
        }
    }
}
