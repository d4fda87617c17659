package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL alone can show: settings of the session, statements that refuse a transaction, its errors. */
class PostgresSessionTests extends ContractTests {

    @Override
    TestDatabase server() {
        return PostgresTestDatabase.get();
    }

    @Test
    void whatBeforeMigrateSetsHoldsInMigrationsAndNotInThePool() {
        script("beforeMigrate.sql", """
                set statement_timeout = '55s';
                create temporary table scratch (id int);
                select pg_advisory_lock(4711);
                """);
        script("V1__one.sql", """
                create table seen as
                select current_setting('statement_timeout') as timeout,
                       (select count(*) from scratch) as scratch,
                       (select count(*) from pg_locks where locktype = 'advisory' and objid = 4711) as locks;
                """);
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            JdbcClient client = JdbcClient.create(pool);
            String before =
                    client.sql("show statement_timeout").query(String.class).single();

            engine().dataSource(pool).load().migrate();

            assertThat(database.strings("select timeout || ' ' || scratch || ' ' || locks from seen"))
                    .containsExactly("55s 0 1");
            assertThat(client.sql("show statement_timeout").query(String.class).single())
                    .isEqualTo(before);
            assertThat(client.sql(
                                    "select count(*) from pg_locks where locktype = 'advisory' and objsubid = 1 and objid <> 4711")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void whatAMigrationSetsEndsWithIt() {
        script("V1__dump.sql", """
                select pg_catalog.set_config('search_path', '', false);
                set statement_timeout = '7s';
                create table public.one (id int);
                """);
        script("V2__two.sql", """
                create table two as select current_setting('statement_timeout') as statement_timeout;
                """);

        engine().load().migrate();

        assertThat(database.strings("select statement_timeout from public.two")).containsExactly("0");
    }

    @Test
    void aRoleSetInBeforeMigrateOwnsWhatMigrationsCreate() {
        String role = "owner_" + Long.toHexString(System.nanoTime());
        database.execute("create role " + role, "grant all on schema public to " + role);
        script("beforeMigrate.sql", "set role " + role + ";");
        script("V1__one.sql", "create table thing (id int);");
        try {
            engine().load().migrate();
            assertThat(database.strings(
                            "select tableowner from pg_tables where tablename in ('thing', 'migratedb_state')"))
                    .containsOnly(role);
        } finally {
            database.execute("drop owned by " + role, "drop role " + role);
        }
    }

    @Test
    void aRoleThatMayNotWriteTheHistoryIsToldWhichRightItNeeds() {
        String role = "poor_" + Long.toHexString(System.nanoTime());
        database.execute("create role " + role, "grant all on schema public to " + role);
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        script("beforeMigrate.sql", "set role " + role + ";");
        script("V2__two.sql", "create table other (id int);");
        try {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().load().migrate())
                    .withMessageContaining("GRANT")
                    .withMessageContaining("public.migratedb_state")
                    .satisfies(ex -> assertThat(ex.sqlState()).isEqualTo("42501"));
            assertThat(database.tables()).noneMatch(table -> table.endsWith("other"));
        } finally {
            database.execute("drop owned by " + role, "drop role " + role);
        }
    }

    @Test
    void unqualifiedNamesMeanTheConfiguredSchemaFirst() {
        script("V1__one.sql", "create table thing (id int);");
        database.execute("create schema app", "create table public.migratedb_state (x int)");

        engine().defaultSchema("app").load().migrate();

        assertThat(database.strings("select schemaname from pg_tables where tablename = 'thing'"))
                .containsExactly("app");
    }

    @Test
    void aHistoryElsewhereOnTheSearchPathIsNotTakenForOurs() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        database.execute("create schema first");
        String url = database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=first,public";

        engine().dataSource(url, database.user(), database.password()).load().migrate();

        assertThat(database.strings("select schemaname from pg_tables where tablename = 'migratedb_state' order by 1"))
                .containsExactly("first", "public");
    }

    @Test
    void statementsThatRefuseATransactionRunWithoutOne() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__index.sql", "create index concurrently thing_id on thing (id);");
        script("afterMigrate.sql", "vacuum;");

        engine().load().migrate();

        assertThat(database.strings("select indexname from pg_indexes where tablename = 'thing'"))
                .containsExactly("thing_id");
        assertThat(history()).hasSize(2);
    }

    @Test
    void aScriptThatMixesBothIsRefusedBeforeTheFirstStatementNamingBothLines() {
        script("V1__mixed.sql", "create table thing (id int);\n\ncreate index concurrently on thing (id);\n");

        assertThatExceptionOfType(dev.migratedb.result.ValidationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("V1__mixed.sql:3:1")
                .withMessageContaining("line 1")
                .withMessageContaining("migratedb.mixed");
        assertThat(database.tables()).isEmpty();
        assertThat(engine().mixed(true).load().migrate().migrationsExecuted()).isEqualTo(1);
    }

    @Test
    void aFailedScriptWithoutTransactionLeavesAFailedRow() {
        script("V1__one.sql", "create table thing (id int);\ninsert into thing values (1), (1);");
        script("V2__index.sql", "create unique index concurrently thing_id on thing (id);");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .satisfies(ex -> assertThat(ex.rolledBack()).isFalse());
        assertThat(history()).last().isEqualTo("2 2 index SQL V2__index.sql failed");
    }

    @Test
    void aQueryInACallbackIsReadToItsEndHoweverLong() {
        script("V1__one.sql", """
                create table thing (id int);
                create function note(id int) returns int language sql as 'insert into thing values (id) returning id';
                """);
        script(
                "afterMigrate.sql",
                "select note(g) from generate_series(1, 5000) g;\nselect 1;\ninsert into thing values (0);");

        engine().load().migrate();

        assertThat(count("thing")).isEqualTo(5001);
    }

    @Test
    void copiesDataFromTheScript() {
        script("V1__copy.sql", """
                create table book (id int, title text);
                copy book from stdin;
                1\tEmma
                2\tO'Brien; "quoted" ${notaplaceholder} $$
                \\.
                insert into book values (3, 'after');
                """);

        engine().load().migrate();

        assertThat(database.strings("select title from book order by id"))
                .containsExactly("Emma", "O'Brien; \"quoted\" ${notaplaceholder} $$", "after");
    }

    @Test
    void theCaretStandsWhereTheServerSaysAlsoBehindPlaceholders() {
        script("V1__one.sql", """
                create table person (
                  id bigint default ${number} primary kye
                );
                """);

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().placeholders(java.util.Map.of("number", "1234567890"))
                        .load()
                        .migrate())
                .withMessageContaining("V1__one.sql:2:39")
                .withMessageContaining("""
                          2 |   id bigint default ${number} primary kye
                        """.strip())
                .satisfies(ex -> assertThat(ex.sqlState()).isEqualTo("42601"));
    }

    @Test
    void anExceptionRaisedInABlockOfACallbackIsShownAtItsLine() {
        script("V1__one.sql", "create table thing (id int);");
        script("beforeMigrate.sql", """
                -- only the migration user may do this
                DO $$
                BEGIN
                  IF current_user != 'migration_user' THEN
                    RAISE EXCEPTION 'Invalid DB user';
                  END IF;
                END $$;
                """);

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("beforeMigrate.sql:5:5")
                .withMessageContaining("5 |     RAISE EXCEPTION 'Invalid DB user';")
                .withMessageContaining("Invalid DB user")
                .withMessageContaining("P0001")
                .withMessageContaining("No migration was applied")
                .satisfies(ex -> assertThat(ex.event()).isEqualTo(Event.BEFORE_MIGRATE));
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void aDeferredConstraintThatFailsAtTheCommitFailsItsMigration() {
        script(
                "V1__one.sql",
                "create table parent (id int primary key);\ncreate table child (id int references parent"
                        + " deferrable initially deferred);");
        script("V2__orphan.sql", "insert into child values (7);");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().load().migrate())
                .withMessageContaining("version 2 - orphan")
                .satisfies(ex -> assertThat(ex.sqlState()).isEqualTo("23503"))
                .satisfies(ex -> assertThat(ex.rolledBack()).isTrue());
        assertThat(history()).hasSize(1);
    }

    @Test
    void anErrorThatClosesTheConnectionIsToldAndItsCallbacksGetAnotherOne() {
        script("V1__one.sql", "create table thing (id int);\ncreate view things as select id from thing;");
        script("V2__two.sql", "alter table thing alter column id type bigint;");
        RecordingCallback callback = new RecordingCallback((event, context) -> {
            if (event == Event.AFTER_MIGRATE_ERROR) {
                context.getJdbcClient().sql("insert into thing values (99)").update();
            }
        });
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() ->
                            engine().dataSource(pool).callbacks(callback).load().migrate())
                    .satisfies(ex -> assertThat(ex.sqlState()).isEqualTo("0A000"));
        }
        assertThat(callback.fired()).endsWith("afterEachMigrateStatementError afterEachMigrateError afterMigrateError");
        assertThat(database.strings("select id from thing")).containsExactly("99");
    }

    @Test
    void aGroupIsWhollyThereOrWhollyAbsent() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "insert into nothing values (1);");
        RecordingCallback callback = new RecordingCallback();

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(
                        () -> engine().group(true).callbacks(callback).load().migrate())
                .satisfies(ex -> assertThat(ex.appliedBefore()).isEmpty());
        assertThat(callback.fired()).endsWith("afterEachMigrateStatementError afterEachMigrateError afterMigrateError");
        assertThat(history()).isEmpty();
        assertThat(database.tables()).noneMatch(table -> table.endsWith("thing"));

        script("V2__two.sql", "insert into thing values (1);");
        script("R__view.sql", "create view things as select * from thing;");
        assertThat(engine().group(true).load().migrate().migrationsExecuted()).isEqualTo(3);
        assertThat(history()).hasSize(3);
    }

    @Test
    void aScriptWithItsOwnTransactionsRunsAsItIs() {
        script("V1__own.sql", "begin;\ncreate table thing (id int);\ncommit;\ninsert into thing values (1);");

        engine().load().migrate();

        assertThat(count("thing")).isEqualTo(1);
        assertThat(history()).hasSize(1);
    }
}
