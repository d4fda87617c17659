package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresV1AdoptionTests extends V1AdoptionAtOnceContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    List<String> indexes() {
        return database.strings("select indexname from pg_indexes where tablename like 'migratedb_state%' order by 1");
    }

    /** A constraint goes by the name of its index. */
    @Test
    void renamesTheIndexOfThePrimaryKeyToo() {
        adopting().migrate();

        assertThat(indexes())
                .containsExactly(
                        "migratedb_state_pk",
                        "migratedb_state_s_idx",
                        "migratedb_state_v1_pk",
                        "migratedb_state_v1_s_idx");
    }

    @Test
    void staysAsItIsWhereItsColumnsCannotBeCopied() {
        List<String> before = rowsOf(HISTORY);
        database.execute("create view looks as select \"script\" from " + HISTORY);
        database.execute("create or replace function refuse() returns event_trigger language plpgsql as"
                + " $$ begin if tg_tag = 'CREATE INDEX' then raise exception 'not today'; end if; end $$");
        database.execute("create event trigger refusal on ddl_command_end execute function refuse()");

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> adopting().migrate())
                .withMessageContaining("not today")
                .withMessageContaining("rolled back");

        assertThat(rowsOf(HISTORY)).isEqualTo(before);
        assertThat(database.tables()).doesNotContain("migratedb_state_v1");
    }
}
