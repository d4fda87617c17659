package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.migratedb.result.MigrateResult;
import dev.migratedb.testsupport.StatementCounter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The server goes on with a statement whose client is dead, so that those who wait must learn of it otherwise. */
abstract class MysqlFamilyKilledHolderContractTests extends KilledHolderContractTests {

    /** As long as it takes a waiter that looks at the signs of life with each question to have seen them. */
    private static final int STATEMENTS_OF_TWO_LOOKS = 4;

    @SuppressWarnings("NullAway.Init")
    private ShownSigns signs;

    @BeforeEach
    void lookForSigns() {
        signs = new ShownSigns(database);
    }

    @Override
    String longStatement() {
        return "select benchmark(2000000000, md5('x'))";
    }

    @Override
    boolean isRunning() {
        return !signs.running("select benchmark").isEmpty();
    }

    /** Two seconds; the rest is for the migration itself, on a machine that has other things to do. */
    @Override
    Duration patience() {
        return Duration.ofSeconds(6);
    }

    @Override
    void awaitAcquaintance(StatementCounter waiter) {
        signs.await();
        int statements = waiter.counts().statements();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> waiter.counts().statements() >= statements + STATEMENTS_OF_TWO_LOOKS);
    }

    @Test
    void isFollowedInTheMiddleOfDdlWhichIsThenDoneOnce() throws Exception {
        script("V1__one.sql", """
                create table thing (id int);
                insert into thing select 1 from information_schema.columns a, information_schema.collations b limit 2000;
                """);
        // a copy of the table, of which each row takes some milliseconds
        Path two = script("V2__two.sql", """
                create table before_it (id int);
                alter table thing add column c varchar(128) as (sha2(concat(id, repeat('x', 1000000)), 512)) stored;
                create table after_it (id int);
                """);
        try (JavaProcess first = start(Files.readString(two))) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> !signs.running("alter table thing").isEmpty());
            Future<MigrateResult> second = startWaiter(StatementCounter.around(database.dataSource()));
            assertThat(signs.running("alter table thing")).as("still at it").isNotEmpty();

            first.kill();

            assertThat(second.get(120, TimeUnit.SECONDS).migrationsExecuted()).isOne();
        }
        assertThat(history()).hasSize(2).allMatch(row -> row.endsWith(" ok"));
        assertThat(database.strings("select count(*) from thing where length(c) = 128"))
                .containsExactly("2000");
        assertThat(database.tables()).contains("before_it", "after_it");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no process can be stopped on Windows")
    void isWaitedForWhileItStandsStill() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Path two = script("V2__two.sql", "insert into thing values (2);\n" + Gate.STATEMENT + ";");
        try (Gate gate = new Gate(database);
                JavaProcess first = start(Files.readString(two))) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !signs.running(Gate.BEGIN).isEmpty());
            Future<MigrateResult> second = startWaiter(StatementCounter.around(database.dataSource()));
            List<String> before = signs.sessions();

            first.signal("STOP");

            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> second.get(8, TimeUnit.SECONDS));
            assertThat(signs.sessions()).isEqualTo(before);
            assertThat(signs.running(Gate.BEGIN)).hasSize(1);
            gate.close();
            first.signal("CONT");
            endsWell(first, second);
        }
    }

    @Test
    void goesOnWhenConnectionsAreLostThatShowItsLifeAndShowsItAgain() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Path two = script("V2__two.sql", "insert into thing values (2);\n" + Gate.STATEMENT + ";");
        try (Gate gate = new Gate(database);
                JavaProcess first = start(Files.readString(two))) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !signs.running(Gate.BEGIN).isEmpty());
            StatementCounter waiter = StatementCounter.around(database.dataSource());
            Future<MigrateResult> second = startWaiter(waiter);
            List<String> holder = signs.running(Gate.BEGIN);
            List<String> sessions = signs.sessions();

            database.execute("kill " + sessions.get(0));
            signs.awaitOthersThan(sessions.subList(0, 1));
            assertThat(signs.sessions()).contains(sessions.get(1));
            List<String> all = signs.sessions();
            all.forEach(session -> database.execute("kill " + session));
            signs.awaitOthersThan(all);
            awaitAcquaintance(waiter);

            assertThat(signs.running(Gate.BEGIN)).isEqualTo(holder);
            gate.close();
            endsWell(first, second);
        }
    }

    private void endsWell(JavaProcess first, Future<MigrateResult> second) throws Exception {
        String output = first.output();
        assertThat(first.exitCode()).as(output).isZero();
        assertThat(second.get(60, TimeUnit.SECONDS).migrationsExecuted()).isZero();
        assertThat(history()).hasSize(2).allMatch(row -> row.endsWith(" ok"));
        assertThat(database.strings("select id from thing")).containsExactly("2");
    }
}
