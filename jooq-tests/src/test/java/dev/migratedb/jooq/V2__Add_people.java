package dev.migratedb.jooq;

import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;
import org.springframework.stereotype.Component;

/** A migration that is a component of the application. */
@Component
class V2__Add_people extends BaseJavaMigration {

    @Override
    public void migrate(MigrationContext context) {
        context.getJdbcClient().sql("insert into person values (1, 'Ada')").update();
    }
}
