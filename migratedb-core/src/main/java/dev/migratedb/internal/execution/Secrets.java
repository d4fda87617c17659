package dev.migratedb.internal.execution;

import dev.migratedb.configuration.PlaceholderSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.PatternMatchUtils;

/**
 * Keeps the values of secret placeholders out of what people see. Databases repeat parts of a statement in their messages, and
 * with them such values.
 */
public final class Secrets {

    private static final String MASK = "***";

    /** The longest first, so that no value leaves a part of another one that contains it. */
    private final List<String> values;

    /** Takes the values of those placeholders whose names are secret. */
    public Secrets(PlaceholderSettings placeholders) {
        String[] names = placeholders.secrets().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        this.values = placeholders.values().entrySet().stream()
                .filter(entry ->
                        PatternMatchUtils.simpleMatch(names, entry.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private Secrets(List<String> values) {
        this.values = values;
    }

    /** These and one more. */
    Secrets and(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        List<String> more = new ArrayList<>(values);
        more.add(value);
        more.sort(Comparator.comparingInt(String::length).reversed());
        return new Secrets(List.copyOf(more));
    }

    /** The text without secret values. */
    public String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked;
    }

    /** The failure itself, or, if it shows a secret value, one that is like it but does not. */
    Throwable mask(Throwable failure) {
        boolean shown = false;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            shown |= !mask(each.toString()).equals(each.toString());
        }
        if (!shown) {
            return failure;
        }
        String message = mask(String.valueOf(failure.getMessage()));
        Throwable masked = failure instanceof SQLException sql
                ? new SQLException(message, sql.getSQLState(), sql.getErrorCode())
                : new RuntimeException(failure.getClass().getName() + ": " + message);
        masked.setStackTrace(failure.getStackTrace());
        return masked;
    }
}
