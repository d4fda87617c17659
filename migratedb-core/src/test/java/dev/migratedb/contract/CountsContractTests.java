package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.StatementCounter;
import dev.migratedb.testsupport.StatementCounts;
import org.junit.jupiter.api.Test;

/** What a run with nothing to do costs. */
abstract class CountsContractTests extends ContractTests {

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
        script("V1__one.sql", "create table thing (id int);");
        StatementCounter counter = StatementCounter.around(database.dataSource());

        engine().dataSource(counter.dataSource()).load().migrate();

        assertThat(counter.counts().connections()).isEqualTo(1);
    }
}
