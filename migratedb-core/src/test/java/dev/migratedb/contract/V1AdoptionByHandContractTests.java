package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migratedb.configuration.HistorySettings.Adopt;
import dev.migratedb.migration.MigrateDbException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where DDL commits, half of it could remain. */
abstract class V1AdoptionByHandContractTests extends V1AdoptionContractTests {

    private static final Pattern STATEMENT = Pattern.compile("^ {4}(?! )(.*?);$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void isRefusedWithStatementsThatDoItByHand() {
        List<String> before = rowsOf(HISTORY);
        MigrateDbException refusal = catchThrowableOfType(
                MigrateDbException.class,
                () -> engine().adopt(Adopt.MIGRATEDB_V1).load().migrate());
        assertThat(refusal)
                .hasMessageContaining(server().name() + " cannot do that in one transaction")
                .hasMessageContaining("by hand");
        assertThat(rowsOf(HISTORY)).isEqualTo(before);

        STATEMENT.matcher(refusal.getMessage()).results().forEach(found -> database.execute(found.group(1)));

        assertThatItIsTakenOver(before);
        assertThat(engine().ignoreMigrationPatterns("*:missing")
                        .load()
                        .migrate()
                        .migrationsExecuted())
                .isZero();
    }
}
