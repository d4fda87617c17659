package dev.migratedb.boot.autoconfigure;

import dev.migratedb.configuration.PlaceholderSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The properties that say where scripts are found and how they are read. */
abstract class ScriptProperties {

    /** Where migrations and callbacks are searched. */
    private List<String> locations = new ArrayList<>(List.of("classpath:db/migration"));

    /** Where callbacks are searched in addition to the locations. */
    private List<String> callbackLocations = new ArrayList<>();

    /** Whether a location that does not exist is an error instead of a warning. */
    private boolean failOnMissingLocations = false;

    /** Encoding of all files. */
    private Charset encoding = StandardCharsets.UTF_8;

    /** What the file names of versioned migrations begin with. */
    private String sqlMigrationPrefix = "V";

    /** What the file names of repeatable migrations begin with. */
    private String repeatableSqlMigrationPrefix = "R";

    /** What stands between version and description in file names. */
    private String sqlMigrationSeparator = "__";

    /** What the names of SQL files end with. */
    private List<String> sqlMigrationSuffixes = new ArrayList<>(List.of(".sql"));

    /** Whether a file that looks like a migration but is not named like one is an error instead of a warning. */
    private boolean validateMigrationNaming = false;

    /** Whether placeholders in scripts are replaced. */
    private boolean placeholderReplacement = true;

    /** Values of the placeholders in scripts. Names are compared without regard to case. */
    private Map<String, String> placeholders = new LinkedHashMap<>();

    /** What a placeholder begins with. */
    private String placeholderPrefix = "${";

    /** What a placeholder ends with. */
    private String placeholderSuffix = "}";

    /** What stands after 'migratedb' in the names of default placeholders. */
    private String placeholderSeparator = ":";

    /** What happens to a placeholder that has no value. */
    private PlaceholderSettings.Unknown placeholderUnknown = PlaceholderSettings.Unknown.ERROR;

    /** Names of placeholders whose values are never shown. '*' stands for any characters. */
    private List<String> secretPlaceholders = new ArrayList<>(List.of("*password*", "*secret*", "*token*"));

    public List<String> getLocations() {
        return locations;
    }

    public void setLocations(List<String> locations) {
        this.locations = locations;
    }

    public List<String> getCallbackLocations() {
        return callbackLocations;
    }

    public void setCallbackLocations(List<String> callbackLocations) {
        this.callbackLocations = callbackLocations;
    }

    public boolean isFailOnMissingLocations() {
        return failOnMissingLocations;
    }

    public void setFailOnMissingLocations(boolean failOnMissingLocations) {
        this.failOnMissingLocations = failOnMissingLocations;
    }

    public Charset getEncoding() {
        return encoding;
    }

    public void setEncoding(Charset encoding) {
        this.encoding = encoding;
    }

    public String getSqlMigrationPrefix() {
        return sqlMigrationPrefix;
    }

    public void setSqlMigrationPrefix(String sqlMigrationPrefix) {
        this.sqlMigrationPrefix = sqlMigrationPrefix;
    }

    public String getRepeatableSqlMigrationPrefix() {
        return repeatableSqlMigrationPrefix;
    }

    public void setRepeatableSqlMigrationPrefix(String repeatableSqlMigrationPrefix) {
        this.repeatableSqlMigrationPrefix = repeatableSqlMigrationPrefix;
    }

    public String getSqlMigrationSeparator() {
        return sqlMigrationSeparator;
    }

    public void setSqlMigrationSeparator(String sqlMigrationSeparator) {
        this.sqlMigrationSeparator = sqlMigrationSeparator;
    }

    public List<String> getSqlMigrationSuffixes() {
        return sqlMigrationSuffixes;
    }

    public void setSqlMigrationSuffixes(List<String> sqlMigrationSuffixes) {
        this.sqlMigrationSuffixes = sqlMigrationSuffixes;
    }

    public boolean isValidateMigrationNaming() {
        return validateMigrationNaming;
    }

    public void setValidateMigrationNaming(boolean validateMigrationNaming) {
        this.validateMigrationNaming = validateMigrationNaming;
    }

    public boolean isPlaceholderReplacement() {
        return placeholderReplacement;
    }

    public void setPlaceholderReplacement(boolean placeholderReplacement) {
        this.placeholderReplacement = placeholderReplacement;
    }

    public Map<String, String> getPlaceholders() {
        return placeholders;
    }

    public void setPlaceholders(Map<String, String> placeholders) {
        this.placeholders = placeholders;
    }

    public String getPlaceholderPrefix() {
        return placeholderPrefix;
    }

    public void setPlaceholderPrefix(String placeholderPrefix) {
        this.placeholderPrefix = placeholderPrefix;
    }

    public String getPlaceholderSuffix() {
        return placeholderSuffix;
    }

    public void setPlaceholderSuffix(String placeholderSuffix) {
        this.placeholderSuffix = placeholderSuffix;
    }

    public String getPlaceholderSeparator() {
        return placeholderSeparator;
    }

    public void setPlaceholderSeparator(String placeholderSeparator) {
        this.placeholderSeparator = placeholderSeparator;
    }

    public PlaceholderSettings.Unknown getPlaceholderUnknown() {
        return placeholderUnknown;
    }

    public void setPlaceholderUnknown(PlaceholderSettings.Unknown placeholderUnknown) {
        this.placeholderUnknown = placeholderUnknown;
    }

    public List<String> getSecretPlaceholders() {
        return secretPlaceholders;
    }

    public void setSecretPlaceholders(List<String> secretPlaceholders) {
        this.secretPlaceholders = secretPlaceholders;
    }
}
