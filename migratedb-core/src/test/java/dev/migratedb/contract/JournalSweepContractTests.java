package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import dev.migratedb.contract.DisturbedDataSource.Fault;
import dev.migratedb.migration.MigrateDbException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts that a rollback does not take back: where they go on when the run was disturbed at any call of the driver. */
abstract class JournalSweepContractTests extends ContractTests {

    /** Whether the script runs in a transaction. */
    boolean transactional() {
        return !transactionalDdl();
    }

    private void fiveStatements() {
        script("V1__five.sql", """
                create table one (id int);
                insert into one values (1);
                create index one_idx on one (id);
                insert into one values (2);
                drop index one_idx%s;
                """.formatted(dropOnTable() ? " on one" : ""));
        if (!transactional()) {
            script("V1__five.sql.conf", "executeInTransaction=false");
        }
    }

    /** Whether an index is dropped with the name of its table. */
    boolean dropOnTable() {
        return false;
    }

    @Test
    void isThereExactlyOnceWhereverTheProcessHasDied() {
        assertThat(wrongAfter(Fault.DEATH_BEFORE)).isEmpty();
        assertThat(wrongAfter(Fault.DEATH_BEHIND)).isEmpty();
    }

    @Test
    void isThereExactlyOnceWhereverTheRunWasInterrupted() {
        assertThat(wrongAfter(Fault.INTERRUPT_BEHIND)).isEmpty();
    }

    @Test
    void isThereExactlyOnceWhicheverCallWasCancelled() {
        assertThat(wrongAfter(Fault.CANCELLED_BEFORE)).isEmpty();
    }

    @Test
    void isThereExactlyOnceWhenAStatementHasTakenEffectAndAnswersThatItWasCancelled() {
        fiveStatements();
        List<String> wrong = new ArrayList<>();
        for (String statement : List.of("create table one", "create index one_idx", "drop index one_idx")) {
            String outcome = outcome(DisturbedDataSource.at(database.dataSource(), Fault.CANCELLED_BEHIND, statement));
            if (!outcome.equals("ok")) {
                wrong.add(statement + ": " + outcome);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> wrongAfter(Fault fault) {
        fiveStatements();
        begin();
        DisturbedDataSource undisturbed = DisturbedDataSource.counting(database.dataSource());
        engine().dataSource(undisturbed).load().migrate();
        List<String> wrong = new ArrayList<>();
        for (int call = 1; call <= undisturbed.calls(); call++) {
            String outcome = outcome(DisturbedDataSource.at(database.dataSource(), fault, call));
            if (!outcome.equals("ok")) {
                wrong.add(fault + " at call " + call + " of " + undisturbed.calls() + ": " + outcome);
            }
        }
        return wrong;
    }

    private String outcome(DisturbedDataSource disturbed) {
        begin();
        disturb(disturbed);
        return outcomeOfNextRun();
    }

    /** Cheaper than a fresh database. */
    private void begin() {
        for (String table : List.of("one", HISTORY, JournalContractTests.JOURNAL, "\"migratedb_state_lock\"")) {
            database.execute("drop table if exists " + table);
        }
    }

    private void disturb(DisturbedDataSource disturbed) {
        try {
            engine().dataSource(disturbed).load().migrate();
        } catch (MigrateDbException expected) {
            assertThat(expected).isNotNull();
        } finally {
            // nobody else is to see it
            Thread.interrupted();
        }
        if (database.tables().stream().anyMatch(table -> table.endsWith("_lock"))) {
            // the lease of the dead would have to be waited for
            database.execute("update \"migratedb_state_lock\" set \"owner\" = null");
        }
    }

    private boolean hasIndex() {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet indexes = connection
                        .getMetaData()
                        .getIndexInfo(
                                connection.getCatalog(), connection.getSchema(), "migratedb_state", false, true)) {
            boolean found = false;
            while (indexes.next()) {
                found |= "migratedb_state_s_idx".equals(indexes.getString(6));
            }
            return found;
        } catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private String outcomeOfNextRun() {
        MigrateDb engine = engine().baselineOnMigrate(false).load();
        try {
            engine.migrate();
        } catch (MigrateDbException ex) {
            return String.valueOf(ex.getMessage());
        }
        List<String> rows = database.strings("select id from one order by id");
        boolean once = rows.equals(List.of("1", "2")) && history().equals(List.of("1 1 five SQL V1__five.sql ok"));
        boolean noted = database.tables().stream().anyMatch(table -> table.endsWith("_journal"))
                && count(JournalContractTests.JOURNAL) > 0;
        if (!hasIndex()) {
            return "the history has lost its index";
        }
        return once && !noted ? "ok" : rows + " " + history() + (noted ? " with journal" : "");
    }
}
