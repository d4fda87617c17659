package dev.migratedb.boot.autoconfigure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The properties that say what is found where, and how files are named. */
abstract class FileProperties {

    /** Where migrations and callbacks are searched. */
    private List<String> locations = new ArrayList<>(List.of("classpath:db/migration"));

    /** Where callbacks are searched in addition to the locations. */
    private List<String> callbackLocations = new ArrayList<>();

    /** Whether a location that does not exist is an error instead of a warning. */
    private boolean failOnMissingLocations = false;

    /**
     * Callback classes, and packages that are searched for callback classes, in addition to beans and the package
     * 'db.callback'.
     */
    private List<String> callbacks = new ArrayList<>();

    /** Names of resolver classes for migrations of other formats, in addition to beans. */
    private List<String> migrationResolvers = new ArrayList<>();

    /** Whether callbacks in SQL and script files are left out. */
    private boolean skipDefaultCallbacks = false;

    /** Whether everything but resolvers and Java migrations that are beans is left out. */
    private boolean skipDefaultResolvers = false;

    /** Encoding of all files. */
    private Charset encoding = StandardCharsets.UTF_8;

    /** Whether a byte order mark at the beginning of a file tells its encoding. */
    private boolean detectEncoding = false;

    /** What the file names of versioned migrations begin with. */
    private String sqlMigrationPrefix = "V";

    /** What the file names of repeatable migrations begin with. */
    private String repeatableSqlMigrationPrefix = "R";

    /** What the file names of baseline migrations begin with. */
    private String baselineMigrationPrefix = "B";

    /** What the file names of undo migrations begin with. */
    private String undoSqlMigrationPrefix = "U";

    /** What stands between version and description in file names. */
    private String sqlMigrationSeparator = "__";

    /** What the names of SQL files end with. */
    private List<String> sqlMigrationSuffixes = new ArrayList<>(List.of(".sql"));

    /** Whether a file that looks like a migration but is not named like one is an error instead of a warning. */
    private boolean validateMigrationNaming = false;

    /** Program that runs '.ps1' files. By default 'pwsh', on Windows 'powershell'. */
    private @Nullable String powershellExecutable;

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

    public List<String> getCallbacks() {
        return callbacks;
    }

    public void setCallbacks(List<String> callbacks) {
        this.callbacks = callbacks;
    }

    public List<String> getMigrationResolvers() {
        return migrationResolvers;
    }

    public void setMigrationResolvers(List<String> migrationResolvers) {
        this.migrationResolvers = migrationResolvers;
    }

    public boolean isSkipDefaultCallbacks() {
        return skipDefaultCallbacks;
    }

    public void setSkipDefaultCallbacks(boolean skipDefaultCallbacks) {
        this.skipDefaultCallbacks = skipDefaultCallbacks;
    }

    public boolean isSkipDefaultResolvers() {
        return skipDefaultResolvers;
    }

    public void setSkipDefaultResolvers(boolean skipDefaultResolvers) {
        this.skipDefaultResolvers = skipDefaultResolvers;
    }

    public Charset getEncoding() {
        return encoding;
    }

    public void setEncoding(Charset encoding) {
        this.encoding = encoding;
    }

    public boolean isDetectEncoding() {
        return detectEncoding;
    }

    public void setDetectEncoding(boolean detectEncoding) {
        this.detectEncoding = detectEncoding;
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

    public String getBaselineMigrationPrefix() {
        return baselineMigrationPrefix;
    }

    public void setBaselineMigrationPrefix(String baselineMigrationPrefix) {
        this.baselineMigrationPrefix = baselineMigrationPrefix;
    }

    public String getUndoSqlMigrationPrefix() {
        return undoSqlMigrationPrefix;
    }

    public void setUndoSqlMigrationPrefix(String undoSqlMigrationPrefix) {
        this.undoSqlMigrationPrefix = undoSqlMigrationPrefix;
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

    public @Nullable String getPowershellExecutable() {
        return powershellExecutable;
    }

    public void setPowershellExecutable(@Nullable String powershellExecutable) {
        this.powershellExecutable = powershellExecutable;
    }
}
