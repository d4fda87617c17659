package dev.migratedb.boot.autoconfigure.assigned;

import dev.migratedb.boot.autoconfigure.MigrateDbInstance;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;

/** A class that would be found by each instance if it were no bean of one. */
@MigrateDbInstance("billing")
public class V8__Add_katherine extends BaseJavaMigration {

    @Override
    public void migrate(MigrationContext context) {
        context.getJdbcClient()
                .sql("insert into person values (8, 'Katherine')")
                .update();
    }
}
