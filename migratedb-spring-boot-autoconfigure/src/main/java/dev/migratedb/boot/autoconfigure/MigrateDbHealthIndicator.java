package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.result.InfoResult;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Down where the database cannot be asked, or a migration has failed. Pending ones are told, and are no fault by themselves. */
final class MigrateDbHealthIndicator extends AbstractHealthIndicator {

    private final MigrateDb engine;

    MigrateDbHealthIndicator(MigrateDb engine) {
        super("The migrations could not be read");
        this.engine = engine;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        InfoResult info = engine.info();
        List<String> failed = info.all().stream()
                .filter(migration -> migration.state().isFailed())
                .map(MigrationInfo::script)
                .toList();
        builder.status(failed.isEmpty() ? Status.UP : Status.DOWN);
        MigrationInfo current = info.current();
        if (current != null && current.version() != null) {
            builder.withDetail("version", current.version().toString());
        }
        builder.withDetail("pending", info.pending().size());
        if (!failed.isEmpty()) {
            builder.withDetail("failed", failed);
        }
    }
}
