package dev.migratedb.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The properties that say what runs, and under which conditions. */
abstract class MigrationProperties extends ScriptProperties {

    /**
     * How far a run goes: 'latest', 'current', 'next', a version, or a version followed by '?' if it need not exist.
     */
    private String target = "latest";

    /** Versions and descriptions of the migrations to run, in this order. By default everything that is pending. */
    private List<String> cherryPick = new ArrayList<>();

    /** Whether a version below the highest applied one still runs. */
    private boolean outOfOrder = false;

    /** Whether all pending migrations share one transaction. */
    private boolean group = false;

    /** Whether a script may mix statements that refuse a transaction with others. It then runs without one. */
    private boolean mixed = false;

    /** Whether migrations and callbacks run in transactions. */
    private boolean executeInTransaction = true;

    /** Whether migrations are only recorded in the history and not run. */
    private boolean skipExecutingMigrations = false;

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

    /** Whether emptying the schemas is refused. */
    private boolean cleanDisabled = true;

    /** Whether the rows that scripts select are logged. */
    private boolean outputQueryResults = false;

    /**
     * What becomes of errors and warnings of the database, as 'STATE:CODE:ACTION'. The first that matches counts.
     */
    private List<String> errorOverrides = new ArrayList<>();

    /** Whether consecutive statements that change rows are sent together, where that saves time. */
    private boolean batch = true;

    /**
     * How long a statement of a script waits for a lock of a table, with everybody who wants the table behind it. 0 means
     * as long as the database lets it. For PostgreSQL, MariaDB and MySQL.
     */
    private Duration ddlLockTimeout = Duration.ofSeconds(5);

    /** How often is tried again what has not got a lock in time. */
    private int ddlLockRetries = 10;

    /** Longest wait before it is tried again. Waits begin at half a second and double. */
    private Duration ddlLockRetryMaxInterval = Duration.ofSeconds(30);

    /** How long a statement of a script may run. Without limit by default. */
    private @Nullable Duration statementTimeout;

    /**
     * Whether an index that a concurrent build has left invalid is dropped before it is built again; only one that the
     * journal says a run was building.
     */
    private boolean rebuildInvalidIndexes = true;

    /**
     * File to which commands write what they would do, instead of doing it.
     */
    private @Nullable String dryRunOutput;

    private final Undo undo = new Undo();

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public List<String> getCherryPick() {
        return cherryPick;
    }

    public void setCherryPick(List<String> cherryPick) {
        this.cherryPick = cherryPick;
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

    public boolean isSkipExecutingMigrations() {
        return skipExecutingMigrations;
    }

    public void setSkipExecutingMigrations(boolean skipExecutingMigrations) {
        this.skipExecutingMigrations = skipExecutingMigrations;
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

    public boolean isCleanDisabled() {
        return cleanDisabled;
    }

    public void setCleanDisabled(boolean cleanDisabled) {
        this.cleanDisabled = cleanDisabled;
    }

    public boolean isOutputQueryResults() {
        return outputQueryResults;
    }

    public void setOutputQueryResults(boolean outputQueryResults) {
        this.outputQueryResults = outputQueryResults;
    }

    public List<String> getErrorOverrides() {
        return errorOverrides;
    }

    public void setErrorOverrides(List<String> errorOverrides) {
        this.errorOverrides = errorOverrides;
    }

    public Duration getDdlLockTimeout() {
        return ddlLockTimeout;
    }

    public void setDdlLockTimeout(Duration ddlLockTimeout) {
        this.ddlLockTimeout = ddlLockTimeout;
    }

    public int getDdlLockRetries() {
        return ddlLockRetries;
    }

    public void setDdlLockRetries(int ddlLockRetries) {
        this.ddlLockRetries = ddlLockRetries;
    }

    public Duration getDdlLockRetryMaxInterval() {
        return ddlLockRetryMaxInterval;
    }

    public void setDdlLockRetryMaxInterval(Duration ddlLockRetryMaxInterval) {
        this.ddlLockRetryMaxInterval = ddlLockRetryMaxInterval;
    }

    public @Nullable Duration getStatementTimeout() {
        return statementTimeout;
    }

    public void setStatementTimeout(@Nullable Duration statementTimeout) {
        this.statementTimeout = statementTimeout;
    }

    public boolean isRebuildInvalidIndexes() {
        return rebuildInvalidIndexes;
    }

    public void setRebuildInvalidIndexes(boolean rebuildInvalidIndexes) {
        this.rebuildInvalidIndexes = rebuildInvalidIndexes;
    }

    public boolean isBatch() {
        return batch;
    }

    public void setBatch(boolean batch) {
        this.batch = batch;
    }

    public @Nullable String getDryRunOutput() {
        return dryRunOutput;
    }

    public void setDryRunOutput(@Nullable String dryRunOutput) {
        this.dryRunOutput = dryRunOutput;
    }

    public Undo getUndo() {
        return undo;
    }

    /** How far undo goes. */
    public static class Undo {

        /** Last version that is undone, itself included. By default as many as 'count' says. */
        private @Nullable String target;

        /** How many migrations are undone, the last applied first. */
        private int count = 1;

        public @Nullable String getTarget() {
            return target;
        }

        public void setTarget(@Nullable String target) {
            this.target = target;
        }

        public int getCount() {
            return count;
        }

        public void setCount(int count) {
            this.count = count;
        }
    }
}
