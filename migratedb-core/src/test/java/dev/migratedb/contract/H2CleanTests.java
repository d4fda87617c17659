package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class H2CleanTests extends CleanContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    boolean transactionalDdl() {
        return false;
    }

    @Override
    String ownSchema() {
        return "PUBLIC";
    }

    @Override
    List<String> oneOfEverything() {
        return List.of(
                "create domain positive as int check (value > 0)",
                "create sequence numbers",
                "create constant answer value 42",
                "create alias twice for 'java.lang.Integer.bitCount'",
                "create table city (id int generated always as identity primary key, size positive, n int default next value"
                        + " for numbers)",
                "create table street (id int, city int references city (id))",
                "create index street_index on street (city)",
                "create view small as select * from city where size < 10",
                "create view smaller as select * from small where size < 5",
                "create materialized view counted as select count(*) c from city",
                "create synonym town for city",
                "create table \"Odd \"\"Name\" (id int)");
    }

    @Override
    List<String> objects(String schema) {
        return database.strings("""
                select table_name from information_schema.tables where table_schema = '%1$s'
                  and table_name is not null
                union all select sequence_name from information_schema.sequences where sequence_schema = '%1$s'
                union all select domain_name from information_schema.domains where domain_schema = '%1$s'
                union all select routine_name from information_schema.routines where routine_schema = '%1$s'
                union all select constant_name from information_schema.constants where constant_schema = '%1$s'
                union all select synonym_name from information_schema.synonyms where synonym_schema = '%1$s'
                """.formatted(schema));
    }

    @Test
    void tellsWhatRemainsWhereSomethingCannotBeDropped() {
        database.execute(
                "create schema other",
                "create sequence numbers",
                "create table other.user_of_numbers (n int default next value for public.numbers)");
        script("V2__two.sql", "create table two (id int);");
        engine().baselineOnMigrate(true).load().migrate();

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().cleanDisabled(false).load().clean())
                .withMessageContaining("Clean failed at DROP SEQUENCE")
                .withMessageContaining("What remains would be dropped by: ")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CLEAN_FAILED));

        assertThat(database.tables()).containsExactly("migratedb_state_lock");
        database.execute("drop table other.user_of_numbers");
        engine().cleanDisabled(false).load().clean();
        assertThat(objects("PUBLIC")).isEmpty();
    }
}
