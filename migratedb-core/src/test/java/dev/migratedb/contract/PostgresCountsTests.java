package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.migration.BaseJavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.PostgresWireTap;
import dev.migratedb.testsupport.StatementCounter;
import dev.migratedb.testsupport.StatementCounts;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** How many connections, statements and commits a run costs, counted at the driver and on the wire. */
class PostgresCountsTests extends ContractTests {

    private static final int STATEMENTS_PER_SCRIPT = 4;

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    private void scripts(int from, int to) {
        for (int i = from; i <= to; i++) {
            script("V" + i + "__t" + i + ".sql", """
                    create table t%1$d (id int primary key, name text);
                    create index on t%1$d (name);
                    insert into t%1$d values (1, 'a');
                    comment on table t%1$d is 'number %1$d';
                    """.formatted(i));
        }
    }

    private StatementCounts counted() {
        StatementCounter counter = StatementCounter.around(database.dataSource());
        engine().dataSource(counter.dataSource()).load().migrate();
        return counter.counts();
    }

    @Test
    void anUpToDateDatabaseCostsTheSameBesideATableOfFlyway() {
        script("V1__t1.sql", "create table t1 (id int);");
        database.execute("create table t1 (id int)");
        FlywayHistory.in(database, FlywayHistory.POSTGRES).ran(1, "1", "t1", "V1__t1.sql", "create table t1 (id int);");
        engine().load().migrate();
        assertThat(history()).hasSize(1);
        StatementCounter counter = StatementCounter.around(database.dataSource());

        engine().dataSource(counter.dataSource()).load().migrate();

        assertThat(counter.counts().statements()).isEqualTo(1);
        assertThat(counter.counts().connections()).isEqualTo(1);
    }

    @Test
    void anUpToDateDatabaseCostsOneConnectionAndOneStatementAndNoLock() {
        scripts(1, 3);
        engine().load().migrate();

        StatementCounts counts = counted();

        assertThat(counts.connections()).isEqualTo(1);
        assertThat(counts.roundTrips()).isEqualTo(1);
        assertThat(counts.statements()).isEqualTo(1);
        assertThat(counts.statementsWith("advisory")).isZero();
        assertThat(counts.commits()).isZero();
    }

    @Test
    void theWireSaysTheSameAsTheCounter() {
        scripts(1, 3);
        engine().load().migrate();

        try (PostgresWireTap tap = PostgresWireTap.on(database)) {
            engine().dataSource(tap.dataSource()).load().migrate();
            assertThat(tap.connections()).isEqualTo(1);
            int onlyConnected;
            try (PostgresWireTap other = PostgresWireTap.on(database)) {
                other.dataSource().getConnection().close();
                onlyConnected = other.roundTrips();
            } catch (java.sql.SQLException ex) {
                throw new AssertionError(ex);
            }
            assertThat(tap.roundTrips() - onlyConnected).isEqualTo(1);
        }
    }

    @Test
    void aFreshRunCostsTheStatementsOfEachScriptAndOneMoreAndOneCommit() {
        scripts(1, 2);
        StatementCounts two = counted();
        try (var second = server().freshDatabase()) {
            scripts(3, 12);
            StatementCounter counter = StatementCounter.around(second.dataSource());
            engine().dataSource(counter.dataSource()).load().migrate();
            StatementCounts twelve = counter.counts();

            assertThat(twelve.statements() - two.statements()).isEqualTo(10 * (STATEMENTS_PER_SCRIPT + 1));
            assertThat(twelve.commits() - two.commits()).isEqualTo(10);
            assertThat(twelve.connections()).isEqualTo(1);
            assertThat(twelve.maxOpenConnections()).isEqualTo(1);
            assertThat(twelve.roundTrips() - two.roundTrips()).isEqualTo(10 * (STATEMENTS_PER_SCRIPT + 2));
        }
    }

    @Test
    void theHistoryIsReadTwiceAtMost() {
        scripts(1, 2);
        assertThat(counted().statementsWith("\"installed_rank\", h.")).isLessThanOrEqualTo(2);
        scripts(3, 20);
        StatementCounts counts = counted();

        assertThat(counts.statementsWith("h.\"installed_rank\", h.")).isEqualTo(2);
        assertThat(counts.connections()).isEqualTo(1);
    }

    @Test
    void aPoolOfOneConnectionIsEnough() {
        scripts(1, 3);
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(2000);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            engine().dataSource(pool)
                    .javaMigrations(new V4__By_code())
                    .callbacks(new RecordingCallback())
                    .load()
                    .migrate();
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
        assertThat(history()).hasSize(4);
    }

    @Test
    void aPoolWithoutAutoCommitIsGivenItsConnectionBackAsItWas() throws Exception {
        scripts(1, 1);
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            engine().dataSource(pool).load().migrate();
            try (var connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
        }
        assertThat(history()).hasSize(1);
    }

    static final class V4__By_code extends BaseJavaMigration {

        @Override
        public void migrate(MigrationContext context) {
            context.getJdbcClient().sql("insert into t1 values (4, 'four')").update();
        }
    }
}
