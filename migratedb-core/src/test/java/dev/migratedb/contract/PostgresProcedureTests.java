package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A procedure that commits looks like any other. */
class PostgresProcedureTests extends ContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @BeforeEach
    void createProcedure() {
        script("V1__procedure.sql", """
                create table part (number int);
                create procedure fill() language plpgsql as $$
                begin
                  insert into part values (1);
                  commit;
                  insert into part values (2);
                end $$;
                """);
        engine().load().migrate();
    }

    @Test
    void isRefusedInATransactionWithTheLineThatHelps() {
        script("V2__fill.sql", "call fill();");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("-- migratedb: executeInTransaction=false")
                .satisfies(ex -> assertThat(ex.sqlState()).isEqualTo("2D000"));

        assertThat(count("part")).isZero();
        assertThat(history()).hasSize(1);
    }

    @Test
    void runsInAScriptThatSaysSo() {
        script("V2__fill.sql", "-- migratedb: executeInTransaction=false\ncall fill();");

        engine().load().migrate();

        assertThat(count("part")).isEqualTo(2);
        assertThat(history()).last().isEqualTo("2 2 fill SQL V2__fill.sql ok");
    }
}
