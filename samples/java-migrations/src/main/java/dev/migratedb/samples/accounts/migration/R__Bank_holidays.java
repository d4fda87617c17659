package dev.migratedb.samples.accounts.migration;

import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A repeatable migration: it runs again whenever its checksum is another one, here with each change of the list. */
@Component
class R__Bank_holidays extends BaseJavaMigration {

    private static final List<LocalDate> HOLIDAYS =
            List.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 26));

    @Override
    public Integer getChecksum() {
        return Objects.hash(HOLIDAYS.toArray());
    }

    @Override
    public void migrate(MigrationContext context) {
        context.getJdbcClient().sql("DELETE FROM bank_holiday").update();
        for (LocalDate day : HOLIDAYS) {
            context.getJdbcClient()
                    .sql("INSERT INTO bank_holiday (holiday) VALUES (?)")
                    .param(day)
                    .update();
        }
    }
}
