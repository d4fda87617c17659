package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.MigrateResult;
import org.junit.jupiter.api.Test;

/** What keeps runs apart, as the settings say. */
abstract class LockStrategyContractTests extends ContractTests {

    /** Whether the database has a lock that belongs to a session. */
    abstract boolean hasSessionLock();

    private boolean leaseExists() {
        return database.tables().stream().anyMatch(table -> table.endsWith("migratedb_state_lock"));
    }

    @Test
    void autoTakesALeaseOnlyWhereThereIsNoLockOfASession() {
        script("V1__one.sql", "create table thing (id int);");

        engine().load().migrate();

        assertThat(leaseExists()).isNotEqualTo(hasSessionLock());
    }

    @Test
    void aLeaseIsTakenWhereItIsAskedFor() {
        script("V1__one.sql", "create table thing (id int);");

        engine().lockStrategy(Strategy.LEASE).load().migrate();

        assertThat(history()).hasSize(1);
        assertThat(database.strings("select \"fencing\" from \"migratedb_state_lock\" where \"owner\" is null"))
                .containsExactly("1");
    }

    @Test
    void aLeaseIsTakenInASchemaThatTheRunCreates() {
        script("V1__one.sql", "create table thing (id int);");

        engineInSchema().lockStrategy(Strategy.LEASE).load().migrate();
        engineInSchema()
                .lockStrategy(Strategy.LEASE)
                .cleanDisabled(false)
                .load()
                .clean();
        MigrateResult again =
                engineInSchema().lockStrategy(Strategy.LEASE).load().migrate();

        assertThat(again.migrationsExecuted()).isOne();
    }

    @Test
    void withoutALockARunSaysSoAndLeavesNoTableOfALease() {
        script("V1__one.sql", "create table thing (id int);");

        try (LogLines lines = new LogLines(Level.WARN)) {
            MigrateResult result = engine().lockStrategy(Strategy.NONE).load().migrate();

            assertThat(lines.of(Level.WARN))
                    .filteredOn(line -> line.contains("'migratedb.lock.strategy' = none"))
                    .hasSize(1);
            assertThat(result.warnings()).anyMatch(line -> line.contains("only one run at a time"));
            assertThat(result.migrationsExecuted()).isOne();
        }
        assertThat(leaseExists()).isFalse();
    }

    @Test
    void aLockOfTheSessionIsTakenOrRefusedWithTheWaysOut() {
        script("V1__one.sql", "create table thing (id int);");
        if (hasSessionLock()) {
            engine().lockStrategy(Strategy.SESSION).load().migrate();
            assertThat(leaseExists()).isFalse();
            return;
        }

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().lockStrategy(Strategy.SESSION).load().migrate())
                .withMessageContaining("has no lock that belongs to a session")
                .withMessageContaining("migratedb.lock.strategy")
                .withMessageContaining("lease")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));
        assertThat(historyExists()).isFalse();
    }
}
