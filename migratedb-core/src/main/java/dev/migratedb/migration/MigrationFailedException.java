package dev.migratedb.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A migration failed. The message tells everything; the same is here as fields. */
public final class MigrationFailedException extends MigrateDbException {

    private static final long serialVersionUID = 1L;

    /** How the message begins to tell what to do next. */
    private static final String REMEDY = "\n  Remedy: ";

    private final transient Details details;

    /**
     * What is known about the failure.
     *
     * @param migration the migration that failed
     * @param position the place in its script; null where it has none
     * @param sql the statement that failed, as its file has it; null where none did
     * @param sqlState null where the cause is no error of the database
     * @param vendorCode 0 where the cause is no error of the database
     * @param rolledBack whether everything that the migration had done was taken back
     * @param appliedBefore what the same run had applied, and committed, before
     * @param committedStatements how many statements of the migration stay in effect
     * @param remedy what to do next
     */
    public record Details(
            MigrationInfo migration,
            @Nullable ScriptPosition position,
            @Nullable String sql,
            @Nullable String sqlState,
            int vendorCode,
            boolean rolledBack,
            List<MigrationInfo> appliedBefore,
            int committedStatements,
            String remedy) {

        public Details {
            appliedBefore = List.copyOf(appliedBefore);
        }
    }

    public MigrationFailedException(String message, Details details, @Nullable Throwable cause) {
        super(ErrorCode.MIGRATION_FAILED, message, cause);
        this.details = details;
    }

    /** The migration that failed. */
    public MigrationInfo migration() {
        return details.migration();
    }

    /** The place in its script; null where it has none. */
    public @Nullable ScriptPosition position() {
        return details.position();
    }

    /** The statement that failed, as its file has it; null where none did. */
    public @Nullable String sql() {
        return details.sql();
    }

    /** The SQLState; null where the cause is no error of the database. */
    public @Nullable String sqlState() {
        return details.sqlState();
    }

    /** The database's own code; 0 where the cause is no error of the database. */
    public int vendorCode() {
        return details.vendorCode();
    }

    /** Whether everything that the migration had done was taken back. */
    public boolean rolledBack() {
        return details.rolledBack();
    }

    /** What the same run had applied, and committed, before. */
    public List<MigrationInfo> appliedBefore() {
        return details.appliedBefore();
    }

    /** How many statements of the migration stay in effect. */
    public int committedStatements() {
        return details.committedStatements();
    }

    /** What to do next. */
    public String remedy() {
        return details.remedy();
    }

    /** What happened and what has become of the database: the message without the remedy, for who shows that elsewhere. */
    public String description() {
        String message = String.valueOf(getMessage());
        int end = message.indexOf(REMEDY + remedy());
        return end < 0 ? message : message.substring(0, end);
    }
}
