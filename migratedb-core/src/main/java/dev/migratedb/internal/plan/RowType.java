package dev.migratedb.internal.plan;

import dev.migratedb.migration.AppliedMigration;
import dev.migratedb.migration.MigrationKind;
import java.util.Locale;

/** What a row of the history is about, read from its column {@code type}. An unknown type is that of a migration. */
enum RowType {
    /** A versioned or a repeatable migration ran. */
    MIGRATION,
    /** A baseline migration ran. */
    BASELINE_MIGRATION,
    /** The history was made to begin at a version, without running anything. */
    BASELINE_MARKER,
    /** A version was taken back. */
    UNDO,
    /** An earlier row was declared to be gone for good. */
    DELETE,
    /** Schemas were created. */
    SCHEMA;

    private static final String UNDO_PREFIX = "UNDO_";
    private static final String BASELINE_SUFFIX = "_BASELINE";

    static RowType of(AppliedMigration row) {
        String type = row.type().toUpperCase(Locale.ROOT);
        return switch (type) {
            case "SCHEMA" -> SCHEMA;
            case "BASELINE" -> BASELINE_MARKER;
            case "DELETE" -> DELETE;
            default -> {
                if (type.startsWith(UNDO_PREFIX)) {
                    yield UNDO;
                }
                yield type.endsWith(BASELINE_SUFFIX) ? BASELINE_MIGRATION : MIGRATION;
            }
        };
    }

    /**
     * The language behind a type, by which two types are compared: {@code SQL} for {@code SQL_BASELINE} and {@code
     * UNDO_SQL} too; {@code SPRING_JDBC} is an old name of {@code JDBC}.
     */
    static String language(String type) {
        String language = type.toUpperCase(Locale.ROOT);
        if (language.startsWith(UNDO_PREFIX)) {
            language = language.substring(UNDO_PREFIX.length());
        }
        if (language.endsWith(BASELINE_SUFFIX)) {
            language = language.substring(0, language.length() - BASELINE_SUFFIX.length());
        }
        return language.equals("SPRING_JDBC") ? "JDBC" : language;
    }

    /** The kind that a row of this type is shown as. */
    MigrationKind kind(boolean hasVersion) {
        return switch (this) {
            case UNDO -> MigrationKind.UNDO;
            case BASELINE_MARKER, BASELINE_MIGRATION -> MigrationKind.BASELINE;
            case MIGRATION, DELETE, SCHEMA -> hasVersion ? MigrationKind.VERSIONED : MigrationKind.REPEATABLE;
        };
    }

    /** Whether a migration stands behind the row, so that one that was found can be its counterpart. */
    boolean hasCounterpart() {
        return this == MIGRATION || this == BASELINE_MIGRATION || this == UNDO;
    }

    /** Whether such a row brings the database to its version. */
    boolean raisesVersion() {
        return this == MIGRATION || isBaseline();
    }

    /** Whether the history begins at the version of such a row. */
    boolean isBaseline() {
        return this == BASELINE_MARKER || this == BASELINE_MIGRATION;
    }
}
