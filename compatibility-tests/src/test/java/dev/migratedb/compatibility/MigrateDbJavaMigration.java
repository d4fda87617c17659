package dev.migratedb.compatibility;

import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A migration in Java as MigrateDB wants it. */
final class MigrateDbJavaMigration implements JavaMigration {

    private final JavaStep step;

    private MigrateDbJavaMigration(JavaStep step) {
        this.step = step;
    }

    static JavaMigration[] of(JavaStep... steps) {
        return Stream.of(steps).map(MigrateDbJavaMigration::new).toArray(JavaMigration[]::new);
    }

    @Override
    public @Nullable MigrationVersion getVersion() {
        return step.version() == null ? null : MigrationVersion.of(step.version());
    }

    @Override
    public MigrationKind getKind() {
        return step.isBaseline() ? MigrationKind.BASELINE : JavaMigration.super.getKind();
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
    public void migrate(MigrationContext context) {
        context.getJdbcClient().sql(step.sql()).update();
    }
}
