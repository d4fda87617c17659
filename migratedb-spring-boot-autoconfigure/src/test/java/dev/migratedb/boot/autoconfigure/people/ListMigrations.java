package dev.migratedb.boot.autoconfigure.people;

import dev.migratedb.boot.autoconfigure.AfterStartup;
import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationVersion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A configuration of nothing but migrations and a callback. */
@Configuration(proxyBeanMethods = false)
class ListMigrations {

    @Bean
    JavaMigration listMigration() {
        return new Sql("3", "create table list (text varchar(100))");
    }

    @Bean
    @AfterStartup
    Sql fillList(PersonRepository people) {
        return new Sql("2", "insert into list values ('" + people.count() + " people')");
    }

    @Bean
    Callback listCallback() {
        return new Callback() {
            @Override
            public boolean supports(Event event, CallbackContext context) {
                return event == Event.AFTER_MIGRATE;
            }

            @Override
            public void handle(Event event, CallbackContext context) {
                context.getJdbcClient()
                        .sql("insert into list values ('called')")
                        .update();
            }
        };
    }

    /** A migration of one statement. */
    record Sql(String version, String statement) implements JavaMigration {

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.of(version);
        }

        @Override
        public String getDescription() {
            return "List";
        }

        @Override
        public void migrate(MigrationContext context) {
            context.getJdbcClient().sql(statement).update();
        }
    }
}
