package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratedb.contract.DisturbedDataSource.Fault;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.ValidationFailedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scripts whose transactions begin and end within them: where they go on when the run was disturbed at any call. Where nobody can
 * tell what has become of a statement, the next run may ask, but it may neither leave out a row nor write it twice.
 */
abstract class TransactionSweepContractTests extends ContractTests {

    /** Scripts, each of which inserts 1, 2 and 3 into the table one, and may make a table x. */
    abstract List<String> scripts();

    /** What has to be there before. */
    List<String> given() {
        return List.of();
    }

    @BeforeEach
    void createTable() {
        database.execute("create table one (id int)");
        given().forEach(database::execute);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED_BEFORE", "INTERRUPT_BEHIND", "DEATH_BEFORE", "DEATH_BEHIND"})
    void neitherLosesNorRepeatsARowWhicheverCallIsDisturbed(Fault fault) {
        assumeTrue(fault == Fault.CANCELLED_BEFORE || Boolean.getBoolean("migratedb.long"), "only in the profile long");
        List<String> wrong = new ArrayList<>();
        for (String content : scripts()) {
            script("V1__rows.sql", content);
            begin();
            DisturbedDataSource undisturbed = DisturbedDataSource.counting(database.dataSource());
            baselined(undisturbed);
            assertThat(rows()).containsExactly("1", "2", "3");
            for (int call = 1; call <= undisturbed.calls(); call++) {
                begin();
                String outcome = outcome(DisturbedDataSource.at(database.dataSource(), fault, call));
                if (!outcome.isEmpty()) {
                    wrong.add(content + " at call " + call + " of " + undisturbed.calls() + ": " + outcome);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void begin() {
        for (String table : List.of("x", HISTORY, JournalContractTests.JOURNAL, "\"migratedb_state_lock\"")) {
            database.execute("drop table if exists " + table);
        }
        database.execute("delete from one");
    }

    private void baselined(DisturbedDataSource dataSource) {
        engine().dataSource(dataSource)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private String outcome(DisturbedDataSource disturbed) {
        try {
            baselined(disturbed);
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
        List<String> before = rows();
        try {
            baselined(DisturbedDataSource.counting(database.dataSource()));
        } catch (ValidationFailedException ex) {
            boolean asks = ex.getMessage().contains("does not tell whether it took effect");
            return asks && rows().equals(before) ? "" : ex.getMessage();
        } catch (MigrateDbException ex) {
            return String.valueOf(ex.getMessage());
        }
        return rows().equals(List.of("1", "2", "3")) ? "" : rows() + " " + history();
    }

    private List<String> rows() {
        return database.strings("select id from one order by id");
    }
}
