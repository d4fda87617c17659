package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.migratedb.configuration.LockSettings.Strategy;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.StatementCounter;
import dev.migratedb.testsupport.StatementCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statements that are sent together have the effects, the order and the errors of those that are sent one by one, which they
 * are where there is no time to be saved.
 */
abstract class BatchContractTests extends ContractTests {

    /** How often a thousand INSERTs wait for the server. */
    int roundTripsOfAThousand() {
        return 1000;
    }

    /** Statements that create further tables. */
    String furtherTables() {
        return "";
    }

    /** The tables whose rows count, by the order of their first column. */
    List<String> tables() {
        return List.of("t", "seen");
    }

    /** Whether some of these keep their rows at a rollback. */
    boolean keepsRows() {
        return false;
    }

    /** What a run leaves behind. */
    record Outcome(
            List<List<Object>> rows,
            List<String> history,
            List<String> warnings,
            @Nullable String failure,
            int line,
            @Nullable String sqlState,
            int committed) {}

    @BeforeEach
    void createTables() {
        script("V1__t.sql", """
                create table t (id int not null primary key, word varchar(20));
                create table seen (line int primary key, n int);
                """ + furtherTables());
        engine().load().migrate();
    }

    static String inserts(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(id -> "insert into t values (" + id + ", 'row " + id + "');\n")
                .collect(Collectors.joining());
    }

    StatementCounts counted() {
        StatementCounter counter = StatementCounter.around(database.dataSource());
        // the lock of a run that takes longer may have connections of its own
        engine().lockStrategy(Strategy.NONE)
                .dataSource(counter.dataSource())
                .load()
                .migrate();
        return counter.counts();
    }

    private Outcome run(boolean batch) {
        database.close();
        openDatabase();
        MigrationFailedException failure = null;
        List<String> warnings;
        try (LogLines lines = new LogLines()) {
            engine().batch(batch).load().migrate();
            warnings = lines.of(Level.WARN);
        } catch (MigrationFailedException ex) {
            failure = ex;
            warnings = List.of();
        }
        List<List<Object>> rows = new ArrayList<>();
        for (String table : tables()) {
            rows.addAll(database.jdbc().sql("select * from " + table + " order by 1").query().listOfRows().stream()
                    .<List<Object>>map(row -> new ArrayList<>(row.values()))
                    .toList());
        }
        return failure == null
                ? new Outcome(rows, history(), warnings, null, 0, null, 0)
                : new Outcome(
                        rows,
                        history(),
                        warnings,
                        // the number of the connection, and the name of the database
                        failure.getMessage().replaceAll("conn=\\d+|test_\\d+", "..."),
                        Objects.requireNonNull(failure.position()).line(),
                        failure.sqlState(),
                        failure.committedStatements());
    }

    /** Runs the second script in both ways, each in a database of its own. */
    Outcome sameAsOneByOne(String text) {
        script("V2__rows.sql", text);

        Outcome together = run(true);

        assertThat(together).isEqualTo(run(false));
        return together;
    }

    @Test
    void aThousandInsertsWaitForTheServerAsOftenAsTheyMust() {
        script("V2__one.sql", inserts(0, 0));
        int without = counted().roundTrips() - 1;
        script("V3__rows.sql", inserts(1, 1000));

        assertThat(counted().roundTrips() - without).isEqualTo(roundTripsOfAThousand());

        assertThat(count("t")).isEqualTo(1001);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 99, 100, 101, 499, 500, 501, 1000})
    void anErrorTellsTheSamePlaceAsOneByOne(int failing) {
        String text = inserts(1, failing - 1) + "insert into t\nvalues (null, 'no id');\n" + inserts(failing + 1, 1001);

        Outcome outcome = sameAsOneByOne("insert into seen values (1, 1);\n" + text);

        assertThat(outcome.line()).isEqualTo(failing + 1);
        assertThat(outcome.committed()).isEqualTo(keepsRows() ? failing : 0);
        assertThat(outcome.rows()).isEmpty();
    }

    @Test
    void eachSeesWhatThoseBeforeHaveDone() {
        String text = IntStream.rangeClosed(1, 60)
                .mapToObj(part -> inserts(part * 10, part * 10 + 8)
                        + "update t set word = 'changed' where id = " + (part * 10 + 3) + ";\n"
                        + "delete from t where id = " + (part * 10 + 4) + ";\n"
                        + "insert into seen select " + part + ", count(*) from t where word <> 'changed';\n")
                .collect(Collectors.joining());

        Outcome outcome = sameAsOneByOne(text);

        assertThat(outcome.rows()).hasSize(60 * 8 + 60).endsWith(List.of(60, 60 * 7));
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
        script("V2__rows.sql.conf", "executeInTransaction=false");

        Outcome outcome = sameAsOneByOne(inserts(1, 4) + "insert into t values (1, 'again');");

        assertThat(outcome.committed()).isEqualTo(4);
        assertThat(outcome.rows()).hasSize(4);
    }
}
