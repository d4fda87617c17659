package dev.migratedb.migration;

import org.jspecify.annotations.Nullable;

/**
 * How far a run goes.
 *
 * @param mode what kind of target this is
 * @param version the version, for {@link Mode#VERSION} only
 * @param failIfUnknown whether a version that no migration has is an error; only with {@link Mode#VERSION}
 */
public record TargetVersion(Mode mode, @Nullable MigrationVersion version, boolean failIfUnknown) {

    /** What kind of target this is. */
    public enum Mode {
        /** Everything. */
        LATEST,
        /** Nothing versioned; repeatable migrations run. */
        CURRENT,
        /** Exactly one migration: the next versioned one, or the next repeatable one where no versioned one is pending. */
        NEXT,
        /** Versioned migrations up to and including a version; repeatable migrations run. */
        VERSION
    }

    /** Everything, the default. */
    public static final TargetVersion LATEST = new TargetVersion(Mode.LATEST, null, false);

    public TargetVersion {
        if ((mode == Mode.VERSION) != (version != null)) {
            throw new IllegalArgumentException("A target has a version exactly when its mode is VERSION");
        }
    }

    /**
     * Reads a target.
     *
     * @param text {@code latest}, {@code current}, {@code next}, a version, or a version followed by {@code ?} where an
     *     unknown version shall not be an error
     * @throws IllegalArgumentException if the text is none of these
     */
    public static TargetVersion parse(String text) {
        String trimmed = text.trim();
        switch (trimmed.toLowerCase(java.util.Locale.ROOT)) {
            case "latest" -> {
                return LATEST;
            }
            case "current" -> {
                return new TargetVersion(Mode.CURRENT, null, false);
            }
            case "next" -> {
                return new TargetVersion(Mode.NEXT, null, false);
            }
            default -> {
                boolean lenient = trimmed.endsWith("?");
                String version = lenient ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
                try {
                    return new TargetVersion(Mode.VERSION, MigrationVersion.of(version), !lenient);
                } catch (IllegalArgumentException ex) {
                    throw new IllegalArgumentException(
                            "'" + text + "' is not a target: use latest, current, next, a version, or a version with ?",
                            ex);
                }
            }
        }
    }

    @Override
    public String toString() {
        return mode == Mode.VERSION
                ? version + (failIfUnknown ? "" : "?")
                : mode.name().toLowerCase(java.util.Locale.ROOT);
    }
}
