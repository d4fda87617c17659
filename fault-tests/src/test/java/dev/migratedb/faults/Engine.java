package dev.migratedb.faults;

import dev.migratedb.MigrateDb;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** What is put to the test: this engine, or the one that it is compared with. */
enum Engine {
    MIGRATEDB("MigrateDB", "migratedb_state") {
        @Override
        int migrate(DataSource dataSource, Path scripts, Pace pace) {
            return MigrateDb.configure()
                    .dataSource(dataSource)
                    .locations("filesystem:" + scripts)
                    .lockPollInterval(pace.poll())
                    .lockLeaseDuration(pace.lease())
                    .connectRetries(pace.connectRetries())
                    .load()
                    .migrate()
                    .migrationsExecuted();
        }
    },

    FLYWAY("Flyway", "flyway_schema_history") {
        @Override
        int migrate(DataSource dataSource, Path scripts, Pace pace) {
            return Flyway.configure()
                    .dataSource(dataSource)
                    .locations("filesystem:" + scripts)
                    .connectRetries(pace.connectRetries())
                    .load()
                    .migrate()
                    .migrationsExecuted;
        }
    };

    private final String title;
    private final String history;

    Engine(String title, String history) {
        this.title = title;
        this.history = history;
    }

    String title() {
        return title;
    }

    /** The table of what was run. */
    String history() {
        return history;
    }

    /**
     * Runs what is pending.
     *
     * @return how many migrations that were
     */
    abstract int migrate(DataSource dataSource, Path scripts, Pace pace);

    /**
     * How runs wait for each other.
     *
     * @param poll how often a waiting one asks
     * @param lease how long a lock outlives its holder that is a row
     * @param connectRetries how often a run tries to connect again
     */
    record Pace(Duration poll, Duration lease, int connectRetries) {

        /** For runs one after the other, of which the first is ended by force. */
        static final Pace QUICK = new Pace(Duration.ofMillis(20), Duration.ofSeconds(1), 0);

        /** For processes on a machine that has more of them than processors. */
        static final Pace PATIENT = new Pace(Duration.ofMillis(200), Duration.ofSeconds(4), 0);

        /** For processes of which one is the server of the others, and takes it along when it dies. */
        static final Pace WITHOUT_SERVER = new Pace(Duration.ofMillis(200), Duration.ofSeconds(4), 10);
    }
}
