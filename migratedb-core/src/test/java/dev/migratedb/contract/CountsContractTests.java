package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.migratedb.testsupport.StatementCounter;
import dev.migratedb.testsupport.StatementCounts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a run with nothing to do costs. */
abstract class CountsContractTests extends ContractTests {

    /** Longer runs may take further connections, by which others see that they live. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    void anUpToDateDatabaseCostsOneConnectionAndOneStatementAndNoLock() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "insert into thing values (1);");
        engine().load().migrate();
        StatementCounter counter = StatementCounter.around(database.dataSource());

        engine().dataSource(counter.dataSource()).load().migrate();

        StatementCounts counts = counter.counts();
        assertThat(counts.connections()).isEqualTo(1);
        assertThat(counts.statements()).isEqualTo(1);
    }

    @Test
    void aShortRunNeedsOneConnection() {
        for (int version = 1; version <= 20; version++) {
            script("V" + version + "__thing.sql", "create table thing" + version + " (id int);");
            StatementCounter counter = StatementCounter.around(database.dataSource());
            long begin = System.nanoTime();

            engine().dataSource(counter.dataSource()).load().migrate();

            if (Duration.ofNanos(System.nanoTime() - begin).compareTo(SHORT) < 0) {
                assertThat(counter.counts().connections()).isEqualTo(1);
                return;
            }
        }
        abort("No run was short on this machine");
    }
}
