package dev.migratedb.samples.accounts.migration;

import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.samples.accounts.Iban;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What SQL could hardly do: check digits. Version and description come from the name of the class; the injected {@link JdbcClient}
 * works in the migration's own transaction.
 */
@Component
class V3__Compute_ibans extends BaseJavaMigration {

    private final JdbcClient jdbcClient;
    private final Iban iban;

    V3__Compute_ibans(JdbcClient jdbcClient, Iban iban) {
        this.jdbcClient = jdbcClient;
        this.iban = iban;
    }

    @Override
    public void migrate(MigrationContext context) {
        for (Numbered account : jdbcClient
                .sql("SELECT id, number FROM account")
                .query(DataClassRowMapper.newInstance(Numbered.class))
                .list()) {
            jdbcClient
                    .sql("UPDATE account SET iban = ? WHERE id = ?")
                    .params(iban.of(account.number()), account.id())
                    .update();
        }
    }

    private record Numbered(int id, String number) {}
}
