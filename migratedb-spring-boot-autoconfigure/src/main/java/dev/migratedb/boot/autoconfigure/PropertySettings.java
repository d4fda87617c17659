package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.MigrateDbProperties.Lock;
import java.util.List;

/** Gives the properties to the builder. */
final class PropertySettings {

    private PropertySettings() {}

    /** Sets everything that is both a property and a setting of the engine. */
    static void apply(MigrateDbProperties properties, MigrateDb.Builder builder) {
        Lock lock = properties.getLock();
        builder.locations(array(properties.getLocations()));
        builder.callbackLocations(array(properties.getCallbackLocations()));
        builder.failOnMissingLocations(properties.isFailOnMissingLocations());
        builder.encoding(properties.getEncoding());
        builder.sqlMigrationPrefix(properties.getSqlMigrationPrefix());
        builder.repeatableSqlMigrationPrefix(properties.getRepeatableSqlMigrationPrefix());
        builder.sqlMigrationSeparator(properties.getSqlMigrationSeparator());
        builder.sqlMigrationSuffixes(array(properties.getSqlMigrationSuffixes()));
        builder.validateMigrationNaming(properties.isValidateMigrationNaming());
        builder.placeholderReplacement(properties.isPlaceholderReplacement());
        builder.placeholders(properties.getPlaceholders());
        builder.placeholderPrefix(properties.getPlaceholderPrefix());
        builder.placeholderSuffix(properties.getPlaceholderSuffix());
        builder.placeholderSeparator(properties.getPlaceholderSeparator());
        builder.placeholderUnknown(properties.getPlaceholderUnknown());
        builder.secretPlaceholders(array(properties.getSecretPlaceholders()));
        builder.schemas(array(properties.getSchemas()));
        builder.defaultSchema(properties.getDefaultSchema());
        builder.createSchemas(properties.isCreateSchemas());
        builder.table(properties.getTable());
        builder.tablespace(properties.getTablespace());
        builder.installedBy(properties.getInstalledBy());
        builder.target(properties.getTarget());
        builder.outOfOrder(properties.isOutOfOrder());
        builder.group(properties.isGroup());
        builder.mixed(properties.isMixed());
        builder.executeInTransaction(properties.isExecuteInTransaction());
        builder.validateOnMigrate(properties.isValidateOnMigrate());
        builder.ignoreMigrationPatterns(array(properties.getIgnoreMigrationPatterns()));
        builder.baselineOnMigrate(properties.isBaselineOnMigrate());
        builder.baselineVersion(properties.getBaselineVersion());
        builder.baselineDescription(properties.getBaselineDescription());
        builder.progressInterval(properties.getProgressInterval());
        builder.lockWaitTimeout(lock.getWaitTimeout());
        builder.lockPollInterval(lock.getPollInterval());
        builder.lockLeaseDuration(lock.getLeaseDuration());
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
