package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.StatementCounter;
import dev.migratedb.testsupport.StatementCounts;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

class H2CountsTests extends ContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Test
    void anUpToDateDatabaseCostsTheSameBesideATableOfFlyway() {
        script("V1__t1.sql", "create table t1 (id int);");
        database.execute("create table t1 (id int)");
        FlywayHistory.in(database, FlywayHistory.H2).ran(1, "1", "t1", "V1__t1.sql", "create table t1 (id int);");
        engine().load().migrate();
        assertThat(history()).hasSize(1);
        StatementCounter counter = StatementCounter.around(database.dataSource());

        engine().dataSource(counter.dataSource()).load().migrate();

        assertThat(counter.counts().statements()).isEqualTo(1);
        assertThat(counter.counts().connections()).isEqualTo(1);
    }

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
        assertThat(counts.statementsWith("_lock")).isZero();
    }

    @Test
    void aRunThatIsShorterThanAThirdOfTheLeaseNeedsNoSecondConnection() {
        script("V1__one.sql", "create table thing (id int);");
        StatementCounter counter = StatementCounter.around(database.dataSource());

        engine().dataSource(counter.dataSource()).load().migrate();

        assertThat(counter.counts().connections()).isEqualTo(1);
    }
}
