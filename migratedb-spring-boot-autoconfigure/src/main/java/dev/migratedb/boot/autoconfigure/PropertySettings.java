package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.EngineProperties.Lock;
import dev.migratedb.boot.autoconfigure.MigrationProperties.Undo;
import dev.migratedb.configuration.LockSettings;
import java.util.List;

/** Gives the properties to the builder. */
final class PropertySettings {

    private PropertySettings() {}

    /** Sets everything that is both a property and a setting of the engine. */
    static void apply(EngineProperties properties, MigrateDb.Builder builder) {
        files(properties, builder);
        applyAllButFiles(properties, builder);
    }

    /** The same, without what says where migrations and callbacks are found. */
    static void applyAllButFiles(EngineProperties properties, MigrateDb.Builder builder) {
        placeholders(properties, builder);
        connection(properties, builder);
        history(properties, builder);
        migrations(properties, builder);
        undo(properties.getUndo(), builder);
        lock(properties.getLock(), builder);
        builder.progressInterval(properties.getProgressInterval());
    }

    /**
     * Checks what only the start uses, as the engine checks its settings when it is made.
     *
     * @throws dev.migratedb.migration.MigrateDbException if a value is wrong
     */
    static void check(StartProperties.Wait wait) {
        new LockSettings.Waiting(wait.getTimeout(), wait.getPollInterval());
    }

    private static void files(FileProperties properties, MigrateDb.Builder builder) {
        builder.locations(array(properties.getLocations()));
        builder.callbackLocations(array(properties.getCallbackLocations()));
        builder.failOnMissingLocations(properties.isFailOnMissingLocations());
        builder.callbacks(array(properties.getCallbacks()));
        builder.migrationResolvers(array(properties.getMigrationResolvers()));
        builder.skipDefaultCallbacks(properties.isSkipDefaultCallbacks());
        builder.skipDefaultResolvers(properties.isSkipDefaultResolvers());
        builder.encoding(properties.getEncoding());
        builder.detectEncoding(properties.isDetectEncoding());
        builder.sqlMigrationPrefix(properties.getSqlMigrationPrefix());
        builder.repeatableSqlMigrationPrefix(properties.getRepeatableSqlMigrationPrefix());
        builder.baselineMigrationPrefix(properties.getBaselineMigrationPrefix());
        builder.undoSqlMigrationPrefix(properties.getUndoSqlMigrationPrefix());
        builder.sqlMigrationSeparator(properties.getSqlMigrationSeparator());
        builder.sqlMigrationSuffixes(array(properties.getSqlMigrationSuffixes()));
        builder.validateMigrationNaming(properties.isValidateMigrationNaming());
        builder.powershellExecutable(properties.getPowershellExecutable());
    }

    private static void placeholders(ScriptProperties properties, MigrateDb.Builder builder) {
        builder.placeholderReplacement(properties.isPlaceholderReplacement());
        builder.placeholders(properties.getPlaceholders());
        builder.placeholderPrefix(properties.getPlaceholderPrefix());
        builder.placeholderSuffix(properties.getPlaceholderSuffix());
        builder.placeholderSeparator(properties.getPlaceholderSeparator());
        builder.placeholderUnknown(properties.getPlaceholderUnknown());
        builder.secretPlaceholders(array(properties.getSecretPlaceholders()));
        builder.scriptPlaceholderPrefix(properties.getScriptPlaceholderPrefix());
        builder.scriptPlaceholderSuffix(properties.getScriptPlaceholderSuffix());
    }

    /** The properties of the driver are given to the data source, which is no part of the builder here. */
    private static void connection(EngineProperties properties, MigrateDb.Builder builder) {
        builder.runAsRole(properties.getRunAsRole());
        builder.initSqls(array(properties.getInitSqls()));
        builder.connectRetries(properties.getConnectRetries());
        builder.connectRetriesInterval(properties.getConnectRetriesInterval());
    }

    private static void history(EngineProperties properties, MigrateDb.Builder builder) {
        builder.schemas(array(properties.getSchemas()));
        builder.defaultSchema(properties.getDefaultSchema());
        builder.createSchemas(properties.isCreateSchemas());
        builder.table(properties.getTable());
        builder.tablespace(properties.getTablespace());
        builder.installedBy(properties.getInstalledBy());
        builder.adopt(properties.getAdopt());
        builder.adoptTable(properties.getAdoptTable());
    }

    private static void migrations(MigrationProperties properties, MigrateDb.Builder builder) {
        builder.target(properties.getTarget());
        builder.cherryPick(array(properties.getCherryPick()));
        builder.outOfOrder(properties.isOutOfOrder());
        builder.group(properties.isGroup());
        builder.mixed(properties.isMixed());
        builder.executeInTransaction(properties.isExecuteInTransaction());
        builder.skipExecutingMigrations(properties.isSkipExecutingMigrations());
        builder.validateOnMigrate(properties.isValidateOnMigrate());
        builder.ignoreMigrationPatterns(array(properties.getIgnoreMigrationPatterns()));
        builder.baselineOnMigrate(properties.isBaselineOnMigrate());
        builder.baselineVersion(properties.getBaselineVersion());
        builder.baselineDescription(properties.getBaselineDescription());
        builder.cleanDisabled(properties.isCleanDisabled());
        builder.outputQueryResults(properties.isOutputQueryResults());
        builder.errorOverrides(array(properties.getErrorOverrides()));
        builder.batch(properties.isBatch());
        builder.ddlLockTimeout(properties.getDdlLockTimeout());
        builder.ddlLockRetries(properties.getDdlLockRetries());
        builder.ddlLockRetryMaxInterval(properties.getDdlLockRetryMaxInterval());
        builder.statementTimeout(properties.getStatementTimeout());
        builder.rebuildInvalidIndexes(properties.isRebuildInvalidIndexes());
        if (properties.getDryRunOutput() != null) {
            builder.dryRunOutput(properties.getDryRunOutput());
        }
    }

    private static void undo(Undo undo, MigrateDb.Builder builder) {
        if (undo.getTarget() != null) {
            builder.undoTarget(undo.getTarget());
        }
        builder.undoCount(undo.getCount());
    }

    private static void lock(Lock lock, MigrateDb.Builder builder) {
        builder.lockStrategy(lock.getStrategy());
        builder.lockWaitTimeout(lock.getWaitTimeout());
        builder.lockPollInterval(lock.getPollInterval());
        builder.lockLeaseDuration(lock.getLeaseDuration());
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
