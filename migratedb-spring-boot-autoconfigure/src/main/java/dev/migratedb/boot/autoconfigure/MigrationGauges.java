package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrationState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many migrations are in which state: {@code migratedb.migrations}, by state and engine. */
final class MigrationGauges implements MeterBinder {

    private static final Logger logger = LoggerFactory.getLogger(MigrationGauges.class);

    /** All gauges of one scrape are read together, and scrapes that follow closely cost nothing. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Map<String, MigrateDb> engines;
    private final Clock clock;

    MigrationGauges(Map<String, MigrateDb> engines, Clock clock) {
        this.engines = engines;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        engines.forEach((name, engine) -> {
            Counts counts = new Counts(engine, clock);
            for (MigrationState state : MigrationState.values()) {
                Gauge.builder("migratedb.migrations", () -> counts.of(state))
                        .description("Migrations by their state")
                        .tag("instance", name)
                        .tag("state", state.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        });
    }

    /** The counts of one engine, from one reading of its database for all of them. */
    private static final class Counts {

        private final MigrateDb engine;
        private final Clock clock;
        private @Nullable Instant read;
        private @Nullable Map<MigrationState, Integer> byState;

        Counts(MigrateDb engine, Clock clock) {
            this.engine = engine;
            this.clock = clock;
        }

        /** NaN where the database cannot be asked. */
        synchronized double of(MigrationState state) {
            Instant now = clock.instant();
            if (read == null || Duration.between(read, now).compareTo(FRESH) >= 0) {
                byState = count();
                read = now;
            }
            return byState == null ? Double.NaN : byState.getOrDefault(state, 0);
        }

        private @Nullable Map<MigrationState, Integer> count() {
            try {
                Map<MigrationState, Integer> counts = new EnumMap<>(MigrationState.class);
                engine.info().all().forEach(migration -> counts.merge(migration.state(), 1, Integer::sum));
                return counts;
            } catch (RuntimeException ex) {
                logger.debug("The migrations could not be counted", ex);
                return null;
            }
        }
    }
}
