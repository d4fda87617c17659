package dev.migratedb.configuration;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * How the connection of a run is made.
 *
 * @param runAsRole the role that the session takes right after connecting; null for that of the user
 * @param initSqls statements that run once, right after connecting
 * @param connectRetries how often connecting is tried again
 * @param connectRetriesInterval the longest wait before trying again; waits begin at one second and double
 */
public record ConnectionSettings(
        @Nullable String runAsRole, List<String> initSqls, int connectRetries, Duration connectRetriesInterval) {

    /** One attempt, no statements, no role. */
    public static final ConnectionSettings DEFAULT =
            new ConnectionSettings(null, List.of(), 0, Duration.ofSeconds(120));

    /**
     * Transactions of the application, in which its code runs in place of those of the engine.
     *
     * @param manager begins and ends them
     * @param dataSource whose connection they are on; leads to the database that is migrated
     */
    public record ApplicationTransactions(PlatformTransactionManager manager, DataSource dataSource) {}

    public ConnectionSettings {
        if (runAsRole != null) {
            Settings.text("run-as-role", runAsRole);
        }
        initSqls = Settings.texts("init-sqls", initSqls);
        if (connectRetries < 0) {
            throw Settings.wrong("connect-retries", "must not be negative, but is " + connectRetries);
        }
        Settings.positive("connect-retries-interval", connectRetriesInterval);
    }

    /** The same for one attempt, for somebody who tries again in another way. */
    public ConnectionSettings withoutRetries() {
        return new ConnectionSettings(runAsRole, initSqls, 0, connectRetriesInterval);
    }
}
