package dev.migratedb.compatibility;

import java.sql.Statement;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** A migration in Java as Flyway wants it. */
final class FlywayJavaMigration implements JavaMigration {

    private final JavaStep step;

    private FlywayJavaMigration(JavaStep step) {
        this.step = step;
    }

    static JavaMigration[] of(JavaStep... steps) {
        return Stream.of(steps).map(FlywayJavaMigration::of).toArray(JavaMigration[]::new);
    }

    private static JavaMigration of(JavaStep step) {
        FlywayJavaMigration migration = new FlywayJavaMigration(step);
        return step.isBaseline() ? new FlywayBaselineMigration(migration) : migration;
    }

    @Override
    public @Nullable MigrationVersion getVersion() {
        return step.version() == null ? null : MigrationVersion.fromVersion(step.version());
    }

    @Override
    public String getDescription() {
        return step.description();
    }

    @Override
    public @Nullable Integer getChecksum() {
        return step.checksum();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(step.sql());
        }
    }
}
