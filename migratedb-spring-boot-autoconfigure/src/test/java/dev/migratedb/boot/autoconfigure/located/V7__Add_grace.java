package dev.migratedb.boot.autoconfigure.located;

import dev.migratedb.boot.autoconfigure.AfterStartup;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;

/** A class that would be found in its location if it were no bean. */
@AfterStartup
public class V7__Add_grace extends BaseJavaMigration {

    @Override
    public void migrate(MigrationContext context) {
        context.getJdbcClient().sql("insert into person values (7, 'Grace')").update();
    }
}
