package dev.migratedb.configuration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an error or warning of the database.
 *
 * @param sqlState null for any
 * @param code null for any
 * @param action what becomes of it
 * @param brief whether SQLState and code are left out of the line
 */
public record ErrorOverride(
        @Nullable String sqlState, @Nullable Integer code, Action action, boolean brief) {

    /** What becomes of an error or warning. */
    public enum Action {
        DEBUG,
        INFO,
        WARNING,
        ERROR
    }

    /**
     * Reads an override.
     *
     * @param text {@code STATE:CODE:ACTION}; {@code *} for any state or code; the action is D, I, W or E, with a minus where
     *     state and code shall not be shown
     * @throws dev.migratedb.migration.MigrateDbException if the text is anything else
     */
    public static ErrorOverride parse(String text) {
        String[] parts = text.trim().split(":", -1);
        if (parts.length == 3) {
            String action = parts[2].toUpperCase(Locale.ROOT);
            boolean brief = action.endsWith("-");
            for (Action each : Action.values()) {
                if (each.name().substring(0, 1).equals(brief ? action.substring(0, action.length() - 1) : action)
                        && (parts[0].equals("*") || parts[0].matches("[0-9A-Za-z]{5}"))
                        && parts[1].matches("\\*|-?\\d{1,9}")) {
                    return new ErrorOverride(
                            parts[0].equals("*") ? null : parts[0],
                            parts[1].equals("*") ? null : Integer.valueOf(parts[1]),
                            each,
                            brief);
                }
            }
        }
        throw Settings.wrong(
                "error-overrides",
                "must consist of STATE:CODE:ACTION, where STATE is five characters or *, CODE a number or *, and ACTION one of"
                        + " D, D-, I, I-, W, W-, E, E-, but has '" + text + "'");
    }

    /** Whether the override is about an error or warning with that state and code. */
    public boolean matches(@Nullable String state, int vendorCode) {
        return (sqlState == null || sqlState.equalsIgnoreCase(state)) && (code == null || code == vendorCode);
    }
}
