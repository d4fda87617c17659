package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

class PostgresBatchTests extends BatchContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Override
    int roundTripsOfAThousand() {
        return 2;
    }

    @Override
    String furtherTables() {
        return """
                create table log (line serial, id int);
                create function logged() returns trigger language plpgsql as $$
                  begin
                    if new.word = 'warn' then raise warning 'row %', new.id; end if;
                    insert into log (id) values (new.id);
                    return new;
                  end $$;
                create trigger logged after insert on t for each row execute function logged();
                """;
    }

    @Test
    void triggersRunInTheOrderOfTheScript() {
        sameAsOneByOne(inserts(1, 1000));

        assertThat(count("(select 1 from log where line = id) l")).isEqualTo(1000);
    }

    @Test
    void whatStandsBetweenThemIsDoneBetweenThem() {
        script("V2__rows.sql", inserts(1, 5) + """
                create table counted as select count(*) as rows from t;
                """ + inserts(6, 10) + """
                insert into t values (11, 'x') returning id;
                update t set word = 'changed' where id = 11;
                delete from t where id = 1;
                copy t (id, word) from stdin;
                20	copied
                \\.
                insert into counted select count(*) from t;
                """);

        engine().load().migrate();

        assertThat(database.strings("select rows from counted")).containsExactly("5", "11");
        assertThat(database.strings("select word from t where id in (1, 11, 20) order by id"))
                .containsExactly("changed", "copied");
        assertThat(count("log")).isEqualTo(12);
    }

    @Test
    void statementsThatReturnRowsAreSentOneByOne() {
        script("V2__rows.sql", inserts(1, 3) + "insert into t values (4, 'x') returning id;\n" + inserts(5, 9));

        engine().load().migrate();

        assertThat(database.strings("select id from t order by id")).hasSize(9);
    }

    @Test
    void warningsAreLoggedInTheirOrder() {
        Outcome outcome = sameAsOneByOne(inserts(1, 3) + "insert into t values (4, 'warn');\n" + inserts(5, 8)
                + "insert into t values (9, 'warn');\n");

        assertThat(outcome.warnings()).hasSize(2);
    }

    @Test
    void aWarningThatIsMadeAnErrorTellsItsPlace() {
        script("V2__rows.sql", inserts(1, 3) + "insert into t values (4, 'warn');\n" + inserts(5, 8));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().errorOverrides("01000:0:E").load().migrate())
                .satisfies(failure -> assertThat(failure.position())
                        .isNotNull()
                        .satisfies(position -> assertThat(position.line()).isEqualTo(4)));
    }
}
