package dev.migratedb.configuration;

import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.migration.TargetVersion;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What runs, and under which conditions.
 *
 * @param target how far a run goes
 * @param cherryPick versions and descriptions of what runs, in this order; empty means everything that is pending
 * @param outOfOrder whether a version below the highest applied one still runs
 * @param group whether all pending migrations share one transaction
 * @param mixed whether a script may mix statements that refuse a transaction with others; it then runs without one
 * @param executeInTransaction whether migrations and callbacks run in transactions
 * @param skipExecuting whether migrations are only recorded and not run
 * @param validateOnMigrate whether migrate validates first
 * @param ignorePatterns what validation does not mind
 * @param baselineOnMigrate whether a history is begun in a schema that holds objects but no history
 * @param baselineVersion the version at which such a history begins
 * @param baselineDescription the description of its first row
 */
public record MigratePolicy(
        TargetVersion target,
        List<String> cherryPick,
        boolean outOfOrder,
        boolean group,
        boolean mixed,
        boolean executeInTransaction,
        boolean skipExecuting,
        boolean validateOnMigrate,
        Set<IgnorePattern> ignorePatterns,
        boolean baselineOnMigrate,
        MigrationVersion baselineVersion,
        String baselineDescription) {

    /** The default description of the first row of a history that begins in a used schema. */
    public static final String DEFAULT_BASELINE_DESCRIPTION = "<< MigrateDB Baseline >>";

    /** Everything that is pending, in order, each in its own transaction. */
    public static final MigratePolicy DEFAULT = new MigratePolicy(
            TargetVersion.LATEST,
            List.of(),
            false,
            false,
            false,
            true,
            false,
            true,
            Set.of(IgnorePattern.FUTURE),
            false,
            MigrationVersion.of("1"),
            DEFAULT_BASELINE_DESCRIPTION);

    public MigratePolicy {
        cherryPick = Settings.texts("cherry-pick", cherryPick);
        ignorePatterns = Set.copyOf(ignorePatterns);
        Settings.text("baseline-description", baselineDescription);
        if (group && !executeInTransaction) {
            throw Settings.wrong(
                    "group", "needs a transaction and does not go with 'migratedb.execute-in-transaction' = false");
        }
    }

    /**
     * How long statements of scripts may take.
     *
     * @param ddlLock how long a statement waits for a lock of a table, with everybody who wants the table behind it; zero means as
     *     long as the database lets it
     * @param ddlLockRetries how often it is tried again afterwards
     * @param ddlLockRetryMaxInterval the longest wait before it is tried again; waits begin at half a second and double
     * @param statement how long a statement may run; null means without limit
     */
    public record Timeouts(
            Duration ddlLock,
            int ddlLockRetries,
            Duration ddlLockRetryMaxInterval,
            @Nullable Duration statement) {

        /** Short enough for those who wait behind; statements themselves take as long as they need. */
        public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(5), 10, Duration.ofSeconds(30), null);

        public Timeouts {
            Settings.notNegative("ddl-lock-timeout", ddlLock);
            if (ddlLockRetries < 0) {
                throw Settings.wrong("ddl-lock-retries", "must not be negative, but is " + ddlLockRetries);
            }
            Settings.positive("ddl-lock-retry-max-interval", ddlLockRetryMaxInterval);
            if (statement != null) {
                Settings.positive("statement-timeout", statement);
            }
        }
    }
}
