package dev.migratedb.boot.autoconfigure;

import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.configuration.LockSettings.Strategy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationUnit;

/** The properties of one engine. Each default is that of the engine. */
abstract class EngineProperties extends StartProperties {

    /** JDBC URL of the database to migrate. If not set, the application's DataSource is migrated. */
    private @Nullable String url;

    /** User that migrates. Without a URL, the application's database is migrated with this user. */
    private @Nullable String user;

    /** Password of the user that migrates. */
    private @Nullable String password;

    /** Fully qualified name of the JDBC driver. Detected from the URL by default. */
    private @Nullable String driverClassName;

    /** Properties for the JDBC driver. Only for connections that MigrateDB makes itself, as with 'migratedb.url'. */
    private Map<String, String> jdbcProperties = new LinkedHashMap<>();

    /** Role that the session takes right after connecting, and gives up at the end. Default: that of the user. */
    private @Nullable String runAsRole;

    /** SQL statements that run once, right after connecting. */
    private List<String> initSqls = new ArrayList<>();

    /** How often connecting is tried again. */
    private int connectRetries = 0;

    /**
     * Longest wait before connecting is tried again. Waits begin at one second and double. Seconds, if there is no
     * unit.
     */
    @DurationUnit(ChronoUnit.SECONDS)
    private Duration connectRetriesInterval = Duration.ofSeconds(120);

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

    /** Which history of another engine is taken over: that of Flyway where its table is there, none, or that of MigrateDB 1.x. */
    private Adopt adopt = Adopt.AUTO;

    /** Name of Flyway's history table, in the schema of the own one. */
    private String adoptTable = "flyway_schema_history";

    /** How often a migration that takes long, and a wait for another run, say so. Zero means never. */
    private Duration progressInterval = Duration.ofSeconds(10);

    private final Lock lock = new Lock();

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

    public Map<String, String> getJdbcProperties() {
        return jdbcProperties;
    }

    public void setJdbcProperties(Map<String, String> jdbcProperties) {
        this.jdbcProperties = jdbcProperties;
    }

    public @Nullable String getRunAsRole() {
        return runAsRole;
    }

    public void setRunAsRole(@Nullable String runAsRole) {
        this.runAsRole = runAsRole;
    }

    public List<String> getInitSqls() {
        return initSqls;
    }

    public void setInitSqls(List<String> initSqls) {
        this.initSqls = initSqls;
    }

    public int getConnectRetries() {
        return connectRetries;
    }

    public void setConnectRetries(int connectRetries) {
        this.connectRetries = connectRetries;
    }

    public Duration getConnectRetriesInterval() {
        return connectRetriesInterval;
    }

    public void setConnectRetriesInterval(Duration connectRetriesInterval) {
        this.connectRetriesInterval = connectRetriesInterval;
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

    public Adopt getAdopt() {
        return adopt;
    }

    public void setAdopt(Adopt adopt) {
        this.adopt = adopt;
    }

    public String getAdoptTable() {
        return adoptTable;
    }

    public void setAdoptTable(String adoptTable) {
        this.adoptTable = adoptTable;
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

        /**
         * What keeps two runs apart: the lock of a session, a row of a table, or nothing. By default the lock of a session
         * where the database has one that holds, else a row of a table.
         */
        private Strategy strategy = Strategy.AUTO;

        /** How long to wait for another run. By default as long as it lives. */
        private @Nullable Duration waitTimeout;

        /** How often to ask whether the lock is free. */
        private Duration pollInterval = Duration.ofMillis(500);

        /** How long a lock that is a row of a table outlives its holder. */
        private Duration leaseDuration = Duration.ofSeconds(30);

        public Strategy getStrategy() {
            return strategy;
        }

        public void setStrategy(Strategy strategy) {
            this.strategy = strategy;
        }

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
