package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.result.CleanResult;
import dev.migratedb.result.MigrateResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A lock that is a row, beside what holds for every lock. */
abstract class LeaseContractTests extends LockContractTests {

    private static final String LOCK = "\"migratedb_state_lock\"";

    /** The time as the lease stores it. */
    String now() {
        return "current_timestamp";
    }

    @Test
    void aWaiterTellsWhatTheHolderRunsAndWhenItGaveItsLastSignOfLife() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        Future<MigrateResult> holder = threads.submit(() -> engine().lockLeaseDuration(Duration.ofSeconds(1))
                .javaMigrations(stop)
                .load()
                .migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();

        try (LogLines lines = new LogLines()) {
            Future<MigrateResult> waiter = threads.submit(
                    () -> engine().javaMigrations(new Stop()).load().migrate());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> lines.all().stream()
                            .anyMatch(line -> line.matches("Waiting for another run, \\d+ s so far: process \\d+ on .+,"
                                    + " since .+, last sign of life .+, runs version 2 - stops .+")));
            stop.goOn.countDown();
            waiter.get(60, TimeUnit.SECONDS);
        }
        holder.get(60, TimeUnit.SECONDS);
    }

    @Test
    void theLeaseOfALongRunIsRenewed() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        Future<MigrateResult> run = threads.submit(() -> engine().lockLeaseDuration(Duration.ofSeconds(1))
                .javaMigrations(stop)
                .load()
                .migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();

        Set<String> signsOfLife = new HashSet<>();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            signsOfLife.addAll(database.strings("select \"heartbeat_at\" from " + LOCK));
            return signsOfLife.size() >= 5;
        });
        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().lockLeaseDuration(Duration.ofSeconds(1))
                        .javaMigrations(new Stop())
                        .lockWaitTimeout(Duration.ofMillis(100))
                        .load()
                        .migrate());
        stop.goOn.countDown();

        assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(2);
        assertThat(database.strings("select \"id\" from " + LOCK + " where \"owner\" is null"))
                .hasSize(1);
    }

    @Test
    void theLeaseOfADeadRunIsTakenOverWhenItEnds() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        script("V2__two.sql", "insert into thing values (2);");
        database.execute("update " + LOCK + " set \"owner\" = 'process 1 on dead host', \"heartbeat_at\" = " + now());

        MigrateResult result =
                engine().lockLeaseDuration(Duration.ofSeconds(1)).load().migrate();

        assertThat(result.migrationsExecuted()).isEqualTo(1);
        assertThat(database.strings("select \"fencing\" from " + LOCK)).containsExactly("2");
    }

    @Test
    void aRunThatHasLostItsLeaseRecordsNothing() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        Future<MigrateResult> run =
                threads.submit(() -> engine().javaMigrations(stop).load().migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();
        database.execute("update " + LOCK + " set \"owner\" = 'another run', \"fencing\" = \"fencing\" + 1");

        stop.goOn.countDown();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> run.get(60, TimeUnit.SECONDS))
                .havingCause()
                .withMessageContaining("lost its lock");
        assertThat(history()).hasSize(1);
        assertThat(database.strings("select \"owner\" from " + LOCK)).containsExactly("another run");
        assertThat(count("thing")).isZero();
    }

    @Test
    void aScriptWithoutATransactionThatHasLostItsLeaseBeginsNoFurtherStatement() {
        script("V1__two.sql", "create table one (id int);\ncreate table two (id int);");
        script("V1__two.sql.conf", "executeInTransaction=false");
        AtomicInteger statements = new AtomicInteger();
        RecordingCallback another = new RecordingCallback((event, context) -> {
            if (event == Event.BEFORE_EACH_MIGRATE_STATEMENT && statements.incrementAndGet() == 2) {
                database.execute("update " + LOCK + " set \"owner\" = 'another run', \"fencing\" = \"fencing\" + 1");
            }
        });

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().callbacks(another).load().migrate())
                .withMessageContaining("lost its lock");

        assertThat(database.tables())
                .anyMatch(table -> table.endsWith("one"))
                .noneMatch(table -> table.endsWith("two"));
        assertThat(history()).isEmpty();
        assertThat(database.strings("select \"owner\" from " + LOCK)).containsExactly("another run");
    }

    @Test
    void aRunThatWaitsForACleanGoesOnAlthoughTheTableOfTheLockHasGone() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        CountDownLatch cleaning = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        RecordingCallback stopping = new RecordingCallback((event, context) -> {
            if (event == Event.BEFORE_CLEAN) {
                cleaning.countDown();
                assertThat(awaited(goOn)).isTrue();
            }
        });
        Future<CleanResult> clean = threads.submit(
                () -> engine().cleanDisabled(false).callbacks(stopping).load().clean());
        assertThat(cleaning.await(60, TimeUnit.SECONDS)).isTrue();
        script("V2__two.sql", "create table other (id int);");
        try (LogLines lines = new LogLines()) {
            Future<MigrateResult> waiting = threads.submit(() -> engine().load().migrate());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> lines.all().stream().anyMatch(line -> line.startsWith("Waiting for another run")));
            goOn.countDown();

            assertThat(clean.get(60, TimeUnit.SECONDS).cleaned()).hasSize(1);
            assertThat(waiting.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(2);
        }
        assertThat(database.tables()).contains("thing", "other", "migratedb_state");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Hands out connections without autocommit, as some pools do; the second one at the second attempt only. */
    private final class ReluctantDataSource extends AbstractDataSource {

        private final AtomicInteger asked = new AtomicInteger();
        private final Queue<Boolean> autoCommitAtClose = new ConcurrentLinkedQueue<>();

        @Override
        public Connection getConnection() throws SQLException {
            if (asked.incrementAndGet() == 2) {
                throw new IllegalStateException("the pool has hiccups");
            }
            Connection connection = database.dataSource().getConnection();
            connection.setAutoCommit(false);
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            autoCommitAtClose.add(connection.getAutoCommit());
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException ex) {
                            throw ex.getTargetException();
                        }
                    });
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }

    @Test
    void theHeartbeatOutlivesAPoolWithHiccupsAndGivesItsConnectionBackAsItWas() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        ReluctantDataSource dataSource = new ReluctantDataSource();
        Future<MigrateResult> run = threads.submit(() -> engine().dataSource(dataSource)
                .lockLeaseDuration(Duration.ofSeconds(1))
                // what a progress line asks for goes over a connection of its own
                .progressInterval(Duration.ZERO)
                .javaMigrations(stop)
                .load()
                .migrate());
        assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();

        await().atMost(Duration.ofSeconds(20)).until(() -> dataSource.asked.get() >= 3);
        Set<String> signsOfLife = new HashSet<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            signsOfLife.addAll(database.strings("select \"heartbeat_at\" from " + LOCK));
            return signsOfLife.size() >= 2;
        });
        stop.goOn.countDown();

        assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(2);
        assertThat(dataSource.autoCommitAtClose).containsExactly(false, false);
    }

    @Test
    void aPoolWithoutASecondConnectionIsToldOfOnceAndTheRunGoesOn() throws Exception {
        script("V1__one.sql", "create table thing (id int);");
        Stop stop = new Stop();
        AtomicInteger asked = new AtomicInteger();
        AbstractDataSource one = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                if (asked.incrementAndGet() > 1) {
                    throw new SQLTransientConnectionException("there is only one connection");
                }
                return database.dataSource().getConnection();
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                return getConnection();
            }
        };
        try (LogLines lines = new LogLines(Level.WARN)) {
            Future<MigrateResult> run = threads.submit(() -> engine().dataSource(one)
                    .lockLeaseDuration(Duration.ofSeconds(1))
                    .progressInterval(Duration.ZERO)
                    .javaMigrations(stop)
                    .load()
                    .migrate());
            assertThat(stop.reached.await(60, TimeUnit.SECONDS)).isTrue();

            await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() >= 4);
            stop.goOn.countDown();

            assertThat(run.get(60, TimeUnit.SECONDS).migrationsExecuted()).isEqualTo(2);
            assertThat(lines.of(Level.WARN))
                    .filteredOn(line -> line.startsWith("No sign of life could be given"))
                    .hasSize(1);
        }
    }
}
