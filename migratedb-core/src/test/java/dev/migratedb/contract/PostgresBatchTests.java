package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.StatementCounter;
import dev.migratedb.testsupport.StatementCounts;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that are sent together have the effects, the order and the errors of those that are sent one by one. */
class PostgresBatchTests extends ContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @BeforeEach
    void createTable() {
        script("V1__t.sql", """
                create table t (id int primary key, text varchar(10));
                create table log (line serial, id int);
                create function logged() returns trigger language plpgsql as $$
                  begin insert into log (id) values (new.id); return new; end $$;
                create trigger logged after insert on t for each row execute function logged();
                """);
        engine().load().migrate();
    }

    private static String inserts(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(id -> "insert into t values (" + id + ", 'row " + id + "');\n")
                .collect(Collectors.joining());
    }

    private StatementCounts counted() {
        StatementCounter counter = StatementCounter.around(database.dataSource());
        engine().dataSource(counter.dataSource()).load().migrate();
        return counter.counts();
    }

    @Test
    void aThousandInsertsWaitForTheServerTwice() {
        script("V2__nothing.sql", "select 1;");
        int without = counted().roundTrips();
        script("V3__rows.sql", inserts(1, 1000));

        assertThat(counted().roundTrips() - without).isLessThanOrEqualTo(2);

        assertThat(count("t")).isEqualTo(1000);
        assertThat(count("(select 1 from log where line = id) l")).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 499, 500, 501, 700, 1000})
    void anErrorTellsTheSamePlaceAsOneByOne(int failing) {
        String text =
                inserts(1, failing - 1) + "insert into t\nvalues (-1, 'much too long');\n" + inserts(failing + 1, 1001);
        script("V2__rows.sql", text);

        MigrationFailedException together = failure(true);
        MigrationFailedException oneByOne = failure(false);

        assertThat(together).hasMessage(oneByOne.getMessage());
        assertThat(Objects.requireNonNull(together.position()).line()).isEqualTo(failing);
        assertThat(together.sqlState()).isEqualTo("22001");
        assertThat(together.committedStatements()).isZero();
        assertThat(count("t")).isZero();
        assertThat(history()).hasSize(1);
    }

    private MigrationFailedException failure(boolean batch) {
        return catchThrowableOfType(
                MigrationFailedException.class,
                () -> engine().batch(batch).load().migrate());
    }

    @Test
    void whatStandsBetweenThemIsDoneBetweenThem() {
        script("V2__rows.sql", inserts(1, 5) + """
                create table seen as select count(*) as rows from t;
                """ + inserts(6, 10) + """
                insert into t values (11, 'x') returning id;
                update t set text = 'changed' where id = 11;
                delete from t where id = 1;
                copy t (id, text) from stdin;
                20	copied
                \\.
                insert into seen select count(*) from t;
                """);

        engine().load().migrate();

        assertThat(database.strings("select rows from seen")).containsExactly("5", "11");
        assertThat(database.strings("select text from t where id in (1, 11, 20) order by id"))
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
    void whoListensToStatementsIsToldOfEachBeforeTheNext() {
        script("V2__rows.sql", inserts(1, 4));
        RecordingCallback callback = new RecordingCallback();

        engine().callbacks(callback).load().migrate();

        assertThat(List.of(callback.fired().split(" ")))
                .filteredOn(event -> event.endsWith("EachMigrateStatement"))
                .startsWith("beforeEachMigrateStatement", "afterEachMigrateStatement", "beforeEachMigrateStatement")
                .hasSize(8);
    }

    @Test
    void aScriptWithoutTransactionIsSentOneByOne() {
        script("V2__rows.sql", inserts(1, 4) + "insert into t values (1, 'again');");
        script("V2__rows.sql.conf", "executeInTransaction=false");

        assertThat(failure(true).committedStatements()).isEqualTo(4);

        assertThat(count("t")).isEqualTo(4);
    }
}
