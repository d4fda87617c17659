package dev.migratedb.samples.accounts.migration;

import dev.migratedb.boot.autoconfigure.AfterStartup;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.samples.accounts.Account;
import dev.migratedb.samples.accounts.AccountRepository;
import org.springframework.stereotype.Component;

/**
 * Work for which the entity knows the rule. It needs JPA, which needs the migrated tables, so it runs when the application context is there. Its version is
 * one of another sequence than that of the scripts.
 */
@Component
@AfterStartup
class V1__Greet_holders extends BaseJavaMigration {

    private final AccountRepository accounts;

    V1__Greet_holders(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public void migrate(MigrationContext context) {
        accounts.findAll().forEach(Account::greet);
    }
}
