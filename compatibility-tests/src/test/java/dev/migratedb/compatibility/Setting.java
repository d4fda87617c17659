package dev.migratedb.compatibility;

import dev.migratedb.MigrateDb;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;

/**
 * A setting that both engines have, as it is said to each of them. One that is missing here is one method more.
 *
 * @param name what it is called; a later setting replaces an earlier one of the same name
 * @param flyway says it to Flyway; gets the folder with the files of the scenario
 * @param migrateDb says it to MigrateDB; gets the same folder
 */
record Setting(
        String name, BiConsumer<FluentConfiguration, Path> flyway, BiConsumer<MigrateDb.Builder, Path> migrateDb) {

    /** A setting for which it does not matter where the files of the scenario are. */
    Setting(String name, Consumer<FluentConfiguration> flyway, Consumer<MigrateDb.Builder> migrateDb) {
        this(
                name,
                (configuration, folder) -> flyway.accept(configuration),
                (builder, folder) -> migrateDb.accept(builder));
    }

    static Setting target(String target) {
        return new Setting("target", flyway -> flyway.target(target), ours -> ours.target(target));
    }

    static Setting outOfOrder(boolean value) {
        return new Setting("outOfOrder", flyway -> flyway.outOfOrder(value), ours -> ours.outOfOrder(value));
    }

    static Setting group(boolean value) {
        return new Setting("group", flyway -> flyway.group(value), ours -> ours.group(value));
    }

    static Setting mixed(boolean value) {
        return new Setting("mixed", flyway -> flyway.mixed(value), ours -> ours.mixed(value));
    }

    static Setting executeInTransaction(boolean value) {
        return new Setting(
                "executeInTransaction",
                flyway -> flyway.executeInTransaction(value),
                ours -> ours.executeInTransaction(value));
    }

    /**
     * What validation ignores, and nothing else. Ours adds patterns to {@code *:future}, so that it is told to take
     * that away where it is not among them.
     */
    static Setting ignoreMigrationPatterns(String... patterns) {
        return new Setting(
                "ignoreMigrationPatterns",
                flyway -> flyway.ignoreMigrationPatterns(patterns),
                ours -> ours.ignoreMigrationPatterns(IgnorePatterns.exactly(patterns)));
    }

    static Setting validateOnMigrate(boolean value) {
        return new Setting(
                "validateOnMigrate", flyway -> flyway.validateOnMigrate(value), ours -> ours.validateOnMigrate(value));
    }

    static Setting validateMigrationNaming(boolean value) {
        return new Setting(
                "validateMigrationNaming",
                flyway -> flyway.validateMigrationNaming(value),
                ours -> ours.validateMigrationNaming(value));
    }

    static Setting baselineOnMigrate(boolean value) {
        return new Setting(
                "baselineOnMigrate", flyway -> flyway.baselineOnMigrate(value), ours -> ours.baselineOnMigrate(value));
    }

    static Setting baselineVersion(String version) {
        return new Setting(
                "baselineVersion", flyway -> flyway.baselineVersion(version), ours -> ours.baselineVersion(version));
    }

    static Setting baselineDescription(String description) {
        return new Setting(
                "baselineDescription",
                flyway -> flyway.baselineDescription(description),
                ours -> ours.baselineDescription(description));
    }

    static Setting skipExecutingMigrations(boolean value) {
        return new Setting(
                "skipExecutingMigrations",
                flyway -> flyway.skipExecutingMigrations(value),
                ours -> ours.skipExecutingMigrations(value));
    }

    static Setting cleanDisabled(boolean value) {
        return new Setting("cleanDisabled", flyway -> flyway.cleanDisabled(value), ours -> ours.cleanDisabled(value));
    }

    static Setting placeholders(Map<String, String> placeholders) {
        return new Setting(
                "placeholders", flyway -> flyway.placeholders(placeholders), ours -> ours.placeholders(placeholders));
    }

    static Setting placeholderReplacement(boolean value) {
        return new Setting(
                "placeholderReplacement",
                flyway -> flyway.placeholderReplacement(value),
                ours -> ours.placeholderReplacement(value));
    }

    static Setting placeholderPrefix(String prefix) {
        return new Setting(
                "placeholderPrefix",
                flyway -> flyway.placeholderPrefix(prefix),
                ours -> ours.placeholderPrefix(prefix));
    }

    static Setting placeholderSuffix(String suffix) {
        return new Setting(
                "placeholderSuffix",
                flyway -> flyway.placeholderSuffix(suffix),
                ours -> ours.placeholderSuffix(suffix));
    }

    static Setting placeholderSeparator(String separator) {
        return new Setting(
                "placeholderSeparator",
                flyway -> flyway.placeholderSeparator(separator),
                ours -> ours.placeholderSeparator(separator));
    }

    /** Where to search: folders of the scenario's files, or locations of the class path. */
    static Setting locations(String... locations) {
        return new Setting(
                "locations",
                (flyway, folder) -> flyway.locations(below(folder, locations)),
                (ours, folder) -> ours.locations(below(folder, locations)));
    }

    private static String[] below(Path folder, String... locations) {
        return Stream.of(locations)
                .map(location -> location.startsWith("classpath:") ? location : "filesystem:" + folder + "/" + location)
                .toArray(String[]::new);
    }

    static Setting failOnMissingLocations(boolean value) {
        return new Setting(
                "failOnMissingLocations",
                flyway -> flyway.failOnMissingLocations(value),
                ours -> ours.failOnMissingLocations(value));
    }

    static Setting encoding(Charset encoding) {
        return new Setting("encoding", flyway -> flyway.encoding(encoding), ours -> ours.encoding(encoding));
    }

    static Setting detectEncoding(boolean value) {
        return new Setting(
                "detectEncoding", flyway -> flyway.detectEncoding(value), ours -> ours.detectEncoding(value));
    }

    static Setting schemas(String... schemas) {
        return new Setting("schemas", flyway -> flyway.schemas(schemas), ours -> ours.schemas(schemas));
    }

    static Setting defaultSchema(String schema) {
        return new Setting("defaultSchema", flyway -> flyway.defaultSchema(schema), ours -> ours.defaultSchema(schema));
    }

    static Setting createSchemas(boolean value) {
        return new Setting("createSchemas", flyway -> flyway.createSchemas(value), ours -> ours.createSchemas(value));
    }

    static Setting installedBy(String user) {
        return new Setting("installedBy", flyway -> flyway.installedBy(user), ours -> ours.installedBy(user));
    }

    static Setting sqlMigrationPrefix(String prefix) {
        return new Setting(
                "sqlMigrationPrefix",
                flyway -> flyway.sqlMigrationPrefix(prefix),
                ours -> ours.sqlMigrationPrefix(prefix));
    }

    static Setting repeatableSqlMigrationPrefix(String prefix) {
        return new Setting(
                "repeatableSqlMigrationPrefix",
                flyway -> flyway.repeatableSqlMigrationPrefix(prefix),
                ours -> ours.repeatableSqlMigrationPrefix(prefix));
    }

    static Setting baselineMigrationPrefix(String prefix) {
        return new Setting(
                "baselineMigrationPrefix",
                flyway -> flyway.getConfigurationExtension(BaselineMigrationConfigurationExtension.class)
                        .setBaselineMigrationPrefix(prefix),
                ours -> ours.baselineMigrationPrefix(prefix));
    }

    static Setting sqlMigrationSeparator(String separator) {
        return new Setting(
                "sqlMigrationSeparator",
                flyway -> flyway.sqlMigrationSeparator(separator),
                ours -> ours.sqlMigrationSeparator(separator));
    }

    static Setting sqlMigrationSuffixes(String... suffixes) {
        return new Setting(
                "sqlMigrationSuffixes",
                flyway -> flyway.sqlMigrationSuffixes(suffixes),
                ours -> ours.sqlMigrationSuffixes(suffixes));
    }

    static Setting skipDefaultCallbacks(boolean value) {
        return new Setting(
                "skipDefaultCallbacks",
                flyway -> flyway.skipDefaultCallbacks(value),
                ours -> ours.skipDefaultCallbacks(value));
    }

    static Setting skipDefaultResolvers(boolean value) {
        return new Setting(
                "skipDefaultResolvers",
                flyway -> flyway.skipDefaultResolvers(value),
                ours -> ours.skipDefaultResolvers(value));
    }

    /** Migrations in Java, which replace those given before. In the history their script is {@code (java)}. */
    static Setting javaMigrations(JavaStep... migrations) {
        return new Setting(
                "javaMigrations",
                flyway -> flyway.javaMigrations(FlywayJavaMigration.of(migrations)),
                ours -> ours.javaMigrations(MigrateDbJavaMigration.of(migrations)));
    }

    /** Leaves out statements of migrations that contain the text. */
    static Setting blockedStatements(String text) {
        return new Setting(
                "blockedStatements",
                flyway -> flyway.callbacks(new FlywayBlocker(text)),
                ours -> ours.callbacks(new MigrateDbBlocker(text)));
    }
}
