package dev.migratedb.boot.autoconfigure.people;

import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationVersion;
import org.springframework.stereotype.Component;

/** A migration that is a component of the application. */
@Component
class AddNotes implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.of("2");
    }

    @Override
    public String getDescription() {
        return "Add notes";
    }

    @Override
    public void migrate(MigrationContext context) {
        context.getJdbcClient().sql("create table note (text varchar(100))").update();
    }
}
