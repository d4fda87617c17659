package dev.migratedb.configuration;

import java.time.Duration;
import java.util.List;

/**
 * How the connection of a run is made.
 *
 * @param initSqls statements that run once, right after connecting
 * @param connectRetries how often connecting is tried again
 * @param connectRetriesInterval the longest wait before trying again; waits begin at one second and double
 */
public record ConnectionSettings(List<String> initSqls, int connectRetries, Duration connectRetriesInterval) {

    /** One attempt, no statements. */
    public static final ConnectionSettings DEFAULT = new ConnectionSettings(List.of(), 0, Duration.ofSeconds(120));

    public ConnectionSettings {
        initSqls = Settings.texts("init-sqls", initSqls);
        if (connectRetries < 0) {
            throw Settings.wrong("connect-retries", "must not be negative, but is " + connectRetries);
        }
        Settings.positive("connect-retries-interval", connectRetriesInterval);
    }
}
