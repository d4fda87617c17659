package dev.migratedb.boot.autoconfigure.people;

import dev.migratedb.boot.autoconfigure.AfterStartup;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationVersion;
import org.springframework.stereotype.Component;

/** A migration that needs JPA. */
@Component
@AfterStartup
class AddPersonAfterStartup implements JavaMigration {

    private final PersonRepository people;

    AddPersonAfterStartup(PersonRepository people) {
        this.people = people;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.of("1");
    }

    @Override
    public String getDescription() {
        return "Add person";
    }

    @Override
    public void migrate(MigrationContext context) {
        people.save(new Person(100, "Grace"));
    }
}
