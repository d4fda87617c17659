package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

class PostgresFailureTests extends FailureContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    /** What happens to a method of a connection; null lets it through. */
    private interface Tap {

        Object call(Connection connection, String method) throws Exception;
    }

    private static final Object THROUGH = new Object();

    private DataSource tapped(Tap tap) {
        DataSource real = database.dataSource();
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = real.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        Tap.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            Object answer = tap.call(connection, method.getName());
                            if (answer != THROUGH) {
                                return answer;
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
        };
    }

    @Test
    void aConnectionThatDoesNotAnswerIsEndedAndNotGivenBack() {
        script("V1__one.sql", "insert into nothing values (1);");
        List<String> ends = new ArrayList<>();
        boolean[] replaced = {false};
        DataSource slow = tapped((connection, method) -> {
            if (method.equals("isValid") && !replaced[0]) {
                replaced[0] = true;
                return false;
            }
            if (method.equals("abort") || method.equals("close")) {
                ends.add(method);
            }
            return THROUGH;
        });

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().dataSource(slow)
                        .callbacks(new RecordingCallback())
                        .load()
                        .migrate());
        assertThat(ends).first().isEqualTo("abort");
    }

    @Test
    void aCallbackOnANewConnectionMeetsTheConfiguredSchema() {
        script("V1__one.sql", "create table thing (id int);\ncreate view things as select id from thing;");
        script("V2__two.sql", "alter table thing alter column id type bigint;");
        script("afterMigrateError.sql", "insert into thing values (99);");

        try (HikariDataSource pool = poolOfOne()) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() ->
                            engine().dataSource(pool).schemas("shop").load().migrate())
                    .satisfies(ex -> assertThat(ex.getSuppressed()).isEmpty());
        }
        assertThat(database.strings("select id from shop.thing")).containsExactly("99");
    }

    @Test
    void aCallbackThatFailsInAGroupDoesNotSayThatItsMigrationsStay() {
        script("V1__one.sql", "create table thing (id int);");
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event == Event.AFTER_VERSIONED) {
                throw new IllegalStateException("no");
            }
        });

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(
                        () -> engine().group(true).callbacks(callback).load().migrate())
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("stays"));
        assertThat(database.tables()).noneMatch(table -> table.endsWith("thing"));
    }

    @Test
    void anotherSessionUserDoesNotOutliveItsMigration() {
        String role = "session_" + Long.toHexString(System.nanoTime());
        database.execute("create role " + role, "grant all on schema public to " + role);
        script("V1__one.sql", "create table who (name text);\ngrant all on who to public;");
        script("V2__dump.sql", "set session authorization " + role + ";\ncreate table his (id int);");
        script("V3__three.sql", "insert into who values (session_user);");
        try (HikariDataSource pool = poolOfOne()) {
            JdbcClient client = JdbcClient.create(pool);
            String before =
                    client.sql("select session_user").query(String.class).single();

            engine().dataSource(pool).load().migrate();

            assertThat(database.strings("select name from who")).containsExactly(before);
            assertThat(client.sql("select session_user").query(String.class).single())
                    .isEqualTo(before);
        } finally {
            database.execute("drop owned by " + role, "drop role " + role);
        }
    }

    @Test
    void theRoleOfBeforeMigrateSurvivesAnotherSessionUser() {
        String role = "owner_" + Long.toHexString(System.nanoTime());
        database.execute("create role " + role + " superuser");
        script("beforeMigrate.sql", "set role " + role + ";");
        script("V1__dump.sql", "set session authorization " + role + ";\nset role " + role + ";");
        script("V2__two.sql", "create table who as select current_user::text as name;");
        try {
            engine().load().migrate();

            assertThat(database.strings("select name from who")).containsExactly(role);
        } finally {
            database.execute("drop owned by " + role, "drop role " + role);
        }
    }

    @Test
    void whatAFailedScriptWithoutTransactionHasSetDoesNotReachErrorCallbacks() {
        tableThing();
        script("V2__dump.sql", "select set_config('search_path', '', false);\nselect 1/0;");
        script("V2__dump.sql.conf", "executeInTransaction=false");
        script("afterMigrateError.sql", "insert into thing values (99);");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .satisfies(ex -> assertThat(ex.getSuppressed()).isEmpty());
        assertThat(database.strings("select id from thing")).containsExactly("99");
    }

    private String url(String searchPath) {
        return database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=" + searchPath;
    }

    @Test
    void aTableOfAnotherMakeElsewhereOnTheSearchPathIsNoObstacle() {
        script("V1__one.sql", "create table thing (id int);");
        database.execute("create table public.migratedb_state (note text)", "create schema first");

        engine().dataSource(url("first,public"), database.user(), database.password())
                .load()
                .migrate();

        assertThat(database.strings("select script from first.migratedb_state")).containsExactly("V1__one.sql");
    }

    @Test
    void anOldHistoryElsewhereOnTheSearchPathIsNoObstacle() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        database.execute("alter table public.migratedb_state alter column checksum type text", "create schema first");

        engine().dataSource(url("first,public"), database.user(), database.password())
                .load()
                .migrate();

        assertThat(database.strings("select script from first.migratedb_state")).containsExactly("V1__one.sql");
    }

    @Test
    void aHistoryOfOthersElsewhereOnTheSearchPathIsNoObstacle() {
        String role = "app_" + Long.toHexString(System.nanoTime());
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        database.execute(
                "create role " + role + " login password 'secret'", "create schema " + role + " authorization " + role);
        try {
            engine().dataSource(database.url(), role, "secret").load().migrate();

            assertThat(database.strings("select script from " + role + ".migratedb_state"))
                    .containsExactly("V1__one.sql");
        } finally {
            database.execute("drop owned by " + role, "drop role " + role);
        }
    }

    @Test
    void aUserWhoMayNotCreateTheHistoryIsToldSo() {
        String role = "app_" + Long.toHexString(System.nanoTime());
        script("V1__one.sql", "create table thing (id int);");
        database.execute(
                "create role " + role + " login password 'secret'", "revoke create on schema public from public");
        try {
            assertThatExceptionOfType(MigrateDbException.class)
                    .isThrownBy(() -> engine().dataSource(database.url(), role, "secret")
                            .load()
                            .migrate())
                    .withMessageContaining("permission denied")
                    .withMessageContaining("\"public\".\"migratedb_state\"")
                    .withMessageContaining("No migration was run");
        } finally {
            database.execute("drop owned by " + role, "drop role " + role);
        }
    }

    @Test
    void aUserWhoMayNotReadTheHistoryIsToldSo() {
        String role = "app_" + Long.toHexString(System.nanoTime());
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        database.execute("create role " + role + " login password 'secret'");
        try {
            assertThatExceptionOfType(MigrateDbException.class)
                    .isThrownBy(() -> engine().dataSource(database.url(), role, "secret")
                            .load()
                            .migrate())
                    .withMessageContaining("permission denied")
                    .withMessageContaining("Nothing was changed");
        } finally {
            database.execute("drop owned by " + role, "drop role " + role);
        }
    }
}
