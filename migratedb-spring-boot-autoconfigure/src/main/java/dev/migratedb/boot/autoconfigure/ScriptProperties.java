package dev.migratedb.boot.autoconfigure;

import dev.migratedb.configuration.PlaceholderSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The properties that say what is replaced in scripts. */
abstract class ScriptProperties extends FileProperties {

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

    /** What the environment variables begin with by which scripts of operating systems get placeholders. */
    private String scriptPlaceholderPrefix = "MP__";

    /** What the environment variables end with by which scripts of operating systems get placeholders. */
    private String scriptPlaceholderSuffix = "__";

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

    public String getScriptPlaceholderPrefix() {
        return scriptPlaceholderPrefix;
    }

    public void setScriptPlaceholderPrefix(String scriptPlaceholderPrefix) {
        this.scriptPlaceholderPrefix = scriptPlaceholderPrefix;
    }

    public String getScriptPlaceholderSuffix() {
        return scriptPlaceholderSuffix;
    }

    public void setScriptPlaceholderSuffix(String scriptPlaceholderSuffix) {
        this.scriptPlaceholderSuffix = scriptPlaceholderSuffix;
    }
}
