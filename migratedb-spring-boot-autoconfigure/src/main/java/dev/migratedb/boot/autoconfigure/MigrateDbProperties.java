package dev.migratedb.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The properties {@code migratedb.*}. Each default is that of the engine. */
@ConfigurationProperties("migratedb")
public class MigrateDbProperties extends ScriptProperties {

    /** Whether the database is migrated at startup. */
    private boolean enabled = true;

    /** JDBC URL of the database to migrate. If not set, the application's DataSource is migrated. */
    private @Nullable String url;

    /** User that migrates. Without a URL, the application's database is migrated with this user. */
    private @Nullable String user;

    /** Password of the user that migrates. */
    private @Nullable String password;

    /** Fully qualified name of the JDBC driver. Detected from the URL by default. */
    private @Nullable String driverClassName;

    /** Schemas that are managed. The first is the default one unless 'default-schema' is set. */
    private List<String> schemas = new ArrayList<>();

    /**
     * Schema of the history table and of unqualified names. By default the first of 'schemas', else the connection's
     * own.
     */
    private @Nullable String defaultSchema;

    /** Whether missing schemas are created. */
    private boolean createSchemas = true;

    /** Name of the history table. */
    private String table = "migratedb_state";

    /** Tablespace in which the history table is created. By default the database's choice. */
    private @Nullable String tablespace;

    /** What the history records as the user. By default the database user. */
    private @Nullable String installedBy;

    /**
     * How far a run goes: 'latest', 'current', 'next', a version, or a version followed by '?' if it need not exist.
     */
    private String target = "latest";

    /** Whether a version below the highest applied one still runs. */
    private boolean outOfOrder = false;

    /** Whether all pending migrations share one transaction. */
    private boolean group = false;

    /** Whether a script may mix statements that refuse a transaction with others. It then runs without one. */
    private boolean mixed = false;

    /** Whether migrations and callbacks run in transactions. */
    private boolean executeInTransaction = true;

    /** Whether files and history are validated before migrating. */
    private boolean validateOnMigrate = true;

    /** What validation ignores, as 'kind:state', in addition to '*:future'. '!*:future' takes that away. */
    private List<String> ignoreMigrationPatterns = new ArrayList<>();

    /** Whether a history is begun in a schema that holds objects but no history. */
    private boolean baselineOnMigrate = false;

    /** Version at which such a history begins. */
    private String baselineVersion = "1";

    /** Description of the first row of such a history. */
    private String baselineDescription = "<< MigrateDB Baseline >>";

    /** How often a run that waits for another one says so. Zero means never. */
    private Duration progressInterval = Duration.ofSeconds(10);

    private final Lock lock = new Lock();

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = url;
    }

    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = user;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getDriverClassName() {
        return driverClassName;
    }

    public void setDriverClassName(@Nullable String driverClassName) {
        this.driverClassName = driverClassName;
    }

    public List<String> getSchemas() {
        return schemas;
    }

    public void setSchemas(List<String> schemas) {
        this.schemas = schemas;
    }

    public @Nullable String getDefaultSchema() {
        return defaultSchema;
    }

    public void setDefaultSchema(@Nullable String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    public boolean isCreateSchemas() {
        return createSchemas;
    }

    public void setCreateSchemas(boolean createSchemas) {
        this.createSchemas = createSchemas;
    }

    public String getTable() {
        return table;
    }

    public void setTable(String table) {
        this.table = table;
    }

    public @Nullable String getTablespace() {
        return tablespace;
    }

    public void setTablespace(@Nullable String tablespace) {
        this.tablespace = tablespace;
    }

    public @Nullable String getInstalledBy() {
        return installedBy;
    }

    public void setInstalledBy(@Nullable String installedBy) {
        this.installedBy = installedBy;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public boolean isOutOfOrder() {
        return outOfOrder;
    }

    public void setOutOfOrder(boolean outOfOrder) {
        this.outOfOrder = outOfOrder;
    }

    public boolean isGroup() {
        return group;
    }

    public void setGroup(boolean group) {
        this.group = group;
    }

    public boolean isMixed() {
        return mixed;
    }

    public void setMixed(boolean mixed) {
        this.mixed = mixed;
    }

    public boolean isExecuteInTransaction() {
        return executeInTransaction;
    }

    public void setExecuteInTransaction(boolean executeInTransaction) {
        this.executeInTransaction = executeInTransaction;
    }

    public boolean isValidateOnMigrate() {
        return validateOnMigrate;
    }

    public void setValidateOnMigrate(boolean validateOnMigrate) {
        this.validateOnMigrate = validateOnMigrate;
    }

    public List<String> getIgnoreMigrationPatterns() {
        return ignoreMigrationPatterns;
    }

    public void setIgnoreMigrationPatterns(List<String> ignoreMigrationPatterns) {
        this.ignoreMigrationPatterns = ignoreMigrationPatterns;
    }

    public boolean isBaselineOnMigrate() {
        return baselineOnMigrate;
    }

    public void setBaselineOnMigrate(boolean baselineOnMigrate) {
        this.baselineOnMigrate = baselineOnMigrate;
    }

    public String getBaselineVersion() {
        return baselineVersion;
    }

    public void setBaselineVersion(String baselineVersion) {
        this.baselineVersion = baselineVersion;
    }

    public String getBaselineDescription() {
        return baselineDescription;
    }

    public void setBaselineDescription(String baselineDescription) {
        this.baselineDescription = baselineDescription;
    }

    public Duration getProgressInterval() {
        return progressInterval;
    }

    public void setProgressInterval(Duration progressInterval) {
        this.progressInterval = progressInterval;
    }

    public Lock getLock() {
        return lock;
    }

    /** How runs that compete for one database wait for each other. */
    public static class Lock {

        /** How long to wait for another run. By default as long as it lives. */
        private @Nullable Duration waitTimeout;

        /** How often to ask whether the lock is free. */
        private Duration pollInterval = Duration.ofMillis(500);

        /** How long a lock that is a row of a table outlives its holder. */
        private Duration leaseDuration = Duration.ofSeconds(30);

        public @Nullable Duration getWaitTimeout() {
            return waitTimeout;
        }

        public void setWaitTimeout(@Nullable Duration waitTimeout) {
            this.waitTimeout = waitTimeout;
        }

        public Duration getPollInterval() {
            return pollInterval;
        }

        public void setPollInterval(Duration pollInterval) {
            this.pollInterval = pollInterval;
        }

        public Duration getLeaseDuration() {
            return leaseDuration;
        }

        public void setLeaseDuration(Duration leaseDuration) {
            this.leaseDuration = leaseDuration;
        }
    }
}
