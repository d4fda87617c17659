package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.MigrateDb;
import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What happens around the opening of the connection, and which callbacks take part at all. */
abstract class ConnectCallbackContractTests extends ContractTests {

    /** Listens to one event. */
    private static Callback at(Event wanted, BiConsumer<Event, CallbackContext> action) {
        return new RecordingCallback(action) {
            @Override
            public boolean supports(Event event, CallbackContext context) {
                return event == wanted;
            }
        };
    }

    private List<String> executed(MigrateDb.Builder engine) {
        try (LogLines lines = new LogLines()) {
            engine.load().migrate();
            return lines.all().stream()
                    .filter(line -> line.startsWith("Executing"))
                    .toList();
        }
    }

    @Test
    void javaBeforeConnectComesBeforeTheConnectionAndMayMakeMigrations() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMinimumIdle(0);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Callback generator = at(Event.BEFORE_CONNECT, (event, context) -> {
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
                assertThat(context.getSettings().locations()).containsExactly("filesystem:" + folder);
                script("V1__generated.sql", "create table produced (id int);");
            });

            assertThat(engine().dataSource(pool)
                            .callbacks(generator)
                            .load()
                            .migrate()
                            .migrationsExecuted())
                    .isEqualTo(1);
        }
        assertThat(history()).containsExactly("1 1 generated SQL V1__generated.sql ok");
    }

    @Test
    void aBeforeConnectThatFailsOpensNoConnection() {
        script("V1__one.sql", "create table thing (id int);");
        RecordingCallback failing = new RecordingCallback((event, context) -> {
            throw new IllegalStateException("no network today");
        });

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> engine().callbacks(failing).load().migrate())
                .withMessageContaining("no network today")
                .withMessageContaining("The run had not connected to the database")
                .satisfies(ex -> assertThat(ex.event()).isEqualTo(Event.BEFORE_CONNECT));
        assertThat(failing.fired()).isEqualTo("beforeConnect");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void sqlBeforeConnectRunsFirstOfAllOnTheConnectionInTheOrderOfNames() {
        script("V1__one.sql", "create table thing (id int);");
        script("beforeConnect__b.sql", "select 1;");
        script("beforeConnect__2.sql", "select 1;");
        script("beforeConnect__a.sql", "select 1;");
        script("beforeConnect__1.sql", "select 1;");
        script("afterConnect.sql", "select 1;");
        script("beforeValidate.sql", "select 1;");

        assertThat(executed(engine().callbacks(at(Event.BEFORE_CONNECT, (event, context) -> {}))))
                .containsExactly(
                        "Executing Java callback: beforeConnect",
                        "Executing SQL callback: beforeConnect - 1",
                        "Executing SQL callback: beforeConnect - 2",
                        "Executing SQL callback: beforeConnect - a",
                        "Executing SQL callback: beforeConnect - b",
                        "Executing SQL callback: afterConnect",
                        "Executing SQL callback: beforeValidate");
    }

    @Test
    void defaultPlaceholdersHaveValuesInTheFirstScriptsToo() {
        script("V1__one.sql", "create table thing (id int);");
        database.execute("create table connected (who varchar(100), place varchar(100))");
        script("afterConnect.sql", "insert into connected values ('${migratedb:user}', '${migratedb:defaultSchema}');");

        engine().baselineOnMigrate(true).baselineVersion("0").load().migrate();

        assertThat(database.strings("select who from connected")).containsExactly(database.currentUser());
    }

    @Test
    void anAfterConnectThatFailsIsHeardByTheErrorEventOfTheCommandAlsoInSql() {
        database.execute("create table heard (event varchar(100))");
        script("V1__one.sql", "create table thing (id int);");
        script("afterConnect.sql", "select no_such_column;");
        script("afterMigrateError.sql", "insert into heard values ('migrate');");
        script("afterInfoError.sql", "insert into heard values ('info');");
        script("afterValidateError.sql", "insert into heard values ('validate');");

        for (Runnable command : List.<Runnable>of(
                () -> engine().load().migrate(),
                () -> engine().load().info(),
                () -> engine().load().validate())) {
            assertThatExceptionOfType(CallbackFailedException.class)
                    .isThrownBy(command::run)
                    .withMessageContaining("afterConnect.sql:1:")
                    .satisfies(ex -> assertThat(ex.event()).isEqualTo(Event.AFTER_CONNECT));
        }
        assertThat(database.strings("select event from heard")).containsExactly("migrate", "info", "validate");
        assertThat(historyExists()).isFalse();
    }

    @Test
    void aCallbackThatFailsWhenItIsAskedIsToldByName() {
        Callback failing = new RecordingCallback() {
            @Override
            public boolean supports(Event event, CallbackContext context) {
                if (event == Event.BEFORE_MIGRATE) {
                    throw new IllegalStateException("do not ask");
                }
                return false;
            }
        };

        assertThatExceptionOfType(CallbackFailedException.class)
                .isThrownBy(() -> engine().callbacks(failing).load().migrate())
                .withMessageContaining("do not ask")
                .withMessageContaining("Nothing was changed");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void supportsIsAskedAgainBeforeEachCallAndMayThenSayNo() {
        script("V1__one.sql", "create table thing (id int);");
        script("V2__two.sql", "create table other (id int);");
        List<String> called = new ArrayList<>();
        Callback picky =
                new RecordingCallback((event, context) ->
                        called.add(event.id() + " " + context.getMigrationInfo().version())) {
                    @Override
                    public boolean supports(Event event, CallbackContext context) {
                        return event == Event.BEFORE_EACH_MIGRATE
                                && (context.getMigrationInfo() == null
                                        || context.getMigrationInfo()
                                                .description()
                                                .equals("two"));
                    }
                };

        engine().callbacks(picky).load().migrate();

        assertThat(called).containsExactly("beforeEachMigrate 2");
    }

    @Test
    void createSchemaIsDeprecatedForWhoeverMeansIt() {
        script("V1__one.sql", "create table thing (id int);");
        assertThat(deprecations(engine().callbacks(new RecordingCallback()))).isEmpty();
        assertThat(deprecations(engine().callbacks(at(Event.CREATE_SCHEMA, (event, context) -> {}))))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("beforeCreateSchema"));
        script("createSchema.sql", "select 1;");
        script("createSchema__more.sql", "select 1;");
        assertThat(deprecations(engine()))
                .containsExactly("The event createSchema is deprecated, use beforeCreateSchema instead:"
                        + " createSchema.sql, createSchema__more.sql");
    }

    private static List<String> deprecations(MigrateDb.Builder engine) {
        try (LogLines lines = new LogLines()) {
            engine.load().migrate();
            return lines.of(Level.WARN).stream()
                    .filter(line -> line.contains("deprecated"))
                    .toList();
        }
    }

    @Test
    void withoutDefaultCallbacksFilesAreLeftOutAndObjectsStay() {
        script("V1__one.sql", "create table thing (id int);");
        script("beforeMigrate.sql", "select no_such_column;");
        script("beforeMigrate__broken.sql", "select 'not closed;");
        RecordingCallback callback = new RecordingCallback();

        engine().skipDefaultCallbacks(true).callbacks(callback).load().migrate();

        assertThat(callback.fired()).contains("beforeMigrate");
    }

    @Test
    void classesInstancesAndFilesAddUp() throws IOException {
        database.execute("create table heard (name varchar(100))");
        script("afterMigrate.sql", "insert into heard values ('file');");
        CompiledClasses classes = new CompiledClasses(folder.resolve("classes"))
                .addCallback("db/callback/Found", "AFTER_MIGRATE")
                .addCallback("named/One", "AFTER_MIGRATE")
                .addMigration("db/code/V7__By_code", "by_code");
        try (URLClassLoader loader = classes.load()) {
            MigrateDb.configure(loader)
                    .dataSource(database.dataSource())
                    .locations("filesystem:" + folder, "classpath:db/code")
                    .baselineOnMigrate(true)
                    .callbacks("named.One")
                    .callbacks(at(
                            Event.AFTER_MIGRATE,
                            (event, context) -> context.getJdbcClient()
                                    .sql("insert into heard values ('instance')")
                                    .update()))
                    .load()
                    .migrate();
        }
        assertThat(database.strings("select name from heard"))
                .containsExactlyInAnyOrder("file", "db.callback.Found", "named.One", "instance");
        assertThat(history()).last().isEqualTo("2 7 By code JDBC db.code.V7__By_code ok");
    }
}
