package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.Applications.Version2;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a person reads when an application does not start: word for word, and no longer than a screen. */
@ExtendWith(OutputCaptureExtension.class)
class FailureReportTests {

    private static final int LINES_OF_A_SCREEN = 24;
    private static final int COLUMNS_OF_A_SCREEN = 160;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final DriverManagerDataSource dataSource =
            new DriverManagerDataSource(url + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcClient jdbc = JdbcClient.create(dataSource);

    @AfterEach
    void shutDown() {
        jdbc.sql("shutdown").update();
    }

    @Test
    void aFileWasChanged(CapturedOutput output) {
        script("V1__Create_person.sql", "create table person (id int);");
        script("V2__Add_name.sql", "alter table person add name varchar(100);");
        migrate();
        script("V2__Add_name.sql", "alter table person add name varchar(200);");

        reads("changed-file", output);
    }

    @Test
    void aFileIsMissing(CapturedOutput output) throws IOException {
        script("V1__Create_person.sql", "create table person (id int);");
        script("V2__Add_name.sql", "alter table person add name varchar(100);");
        script("V3__Add_age.sql", "alter table person add age int;");
        migrate();
        Files.delete(folder.resolve("V2__Add_name.sql"));

        reads("missing-file", output);
    }

    @Test
    void aMigrationFails(CapturedOutput output) {
        script("V1__Create_person.sql", "create table person (id int);");
        script("V2__Add_name.sql", """
                -- names come later
                alter table person add name varchar(100);

                insert into person (id, nam)
                values (1, 'Ada');
                """);

        reads("failed-migration", output);
    }

    @Test
    void aLongStatementFails(CapturedOutput output) {
        script(
                "V1__Add_people.sql",
                "create table person (id int);\ninsert into person (id, nam) values"
                        + IntStream.rangeClosed(1, 400)
                                .mapToObj(id -> "\n(" + id + ", 'Ada')")
                                .collect(Collectors.joining(","))
                        + ";");

        assertThat(report(List.of(), output))
                .contains("Column \"NAM\" not found; SQL statement:", "lines left out) (SQLState 42S22, code 42122)");
    }

    @Test
    void aStatementInALongLineFails(CapturedOutput output) {
        script(
                "V1__Add_people.sql",
                "create table person (id int);\ninsert into person (id, nam) values"
                        + IntStream.rangeClosed(1, 4000)
                                .mapToObj(id -> " (" + id + ", 'Ada')")
                                .collect(Collectors.joining(","))
                        + ";");

        assertThat(report(List.of(), output))
                .contains("Column \"NAM\" not found; SQL statement:", "characters left out) (SQLState 42S22");
    }

    @Test
    void aFileComesLate(CapturedOutput output) {
        script("V1__Create_person.sql", "create table person (id int);");
        script("V3__Add_age.sql", "alter table person add age int;");
        migrate();
        script("V2__Add_name.sql", "alter table person add name varchar(100);");

        reads("late-file", output);
    }

    @Test
    void twoFilesHaveOneVersion(CapturedOutput output) {
        script("V1__Create_person.sql", "create table person (id int);");
        script("V1.0__Create_people.sql", "create table people (id int);");

        reads("duplicate-version", output);
    }

    @Test
    void aFileHasABadName(CapturedOutput output) {
        script("V1_Create_person.sql", "create table person (id int);");

        reads("bad-name", output, "--migratedb.validate-migration-naming=true");
    }

    @Test
    void aPlaceholderIsUnknown(CapturedOutput output) {
        script("V1__Create_person.sql", "create table person (id int);\n\ncreate table ${prefx}_note (id int);");

        reads("unknown-placeholder", output, "--migratedb.placeholders.prefix=a");
    }

    @Test
    void aScriptNeverEnds(CapturedOutput output) {
        script("V1__Create_person.sql", """
                create table person (id int, name varchar(100));
                insert into person values (1, 'O'Hara');
                """);

        reads("syntax-error", output);
    }

    @Test
    void theSchemaHasTablesAndNoHistory(CapturedOutput output) {
        jdbc.sql("create table person (id int)").update();
        script("V1__Create_person.sql", "create table person (id int);");

        reads("non-empty-schema", output);
    }

    @Test
    void theDatabaseIsNotSupported(CapturedOutput output) {
        script("V1__Create_person.sql", "create table person (id int);");

        reads("unsupported-database", List.of(UnknownDatabase.class), output);
    }

    @Test
    void thereIsNoConnection(CapturedOutput output) {
        script("V1__Create_person.sql", "create table person (id int);");

        reads("no-connection", output, "--spring.datasource.url=jdbc:postgresql://localhost:1/shop");
    }

    @Test
    void theLockIsHeldTooLong(CapturedOutput output) {
        script("V1__Create_person.sql", "create table person (id int);");
        migrate();
        jdbc.sql(
                        "update \"migratedb_state_lock\" set \"owner\" = 'process 17 on shop-7, run 1', \"doing\" = 'version 2 - add name',"
                                + " \"acquired_at\" = '2026-03-01 10:00:00', \"heartbeat_at\" = current_timestamp")
                .update();
        script("V2__Add_name.sql", "alter table person add name varchar(100);");

        reads("lock-held", output, "--migratedb.lock.wait-timeout=100ms");
    }

    @Test
    void aPropertyIsWrong(CapturedOutput output) throws IOException {
        Path yaml = Files.writeString(folder.resolve("application.yml"), """
                migratedb:
                  target: newest
                """);

        reads("wrong-property", output, "--spring.config.location=file:" + yaml);
    }

    @Test
    void aMigrationBelongsToNoInstance(CapturedOutput output) {
        reads(
                "unassigned-bean",
                List.of(AddingPeople.class),
                output,
                "--migratedb.instances.orders.table=orders",
                "--migratedb.instances.billing.table=billing");
    }

    @Test
    void aMigrationNeedsTheEngineThatRunsIt(CapturedOutput output) {
        reads("circular-reference", List.of(Circle.class), output);
    }

    @Test
    void theTableIsOfAnOlderMigrateDb(CapturedOutput output) {
        jdbc.sql("""
                        create table "migratedb_state" ("installed_rank" int primary key, "version" varchar(50),
                          "description" varchar(200), "type" varchar(20), "script" varchar(1000), "checksum" varchar(64),
                          "installed_by" varchar(100), "installed_on" timestamp, "execution_time" int, "success" boolean)
                        """).update();
        jdbc.sql("insert into \"migratedb_state\" values (1, '1', 'Create person', 'SQL', 'V1__Create_person.sql',"
                        + " 'a948904f2f0f479b8f8197694b30184b', 'sa', current_timestamp, 3, true)")
                .update();
        script("V1__Create_person.sql", "create table person (id int);");

        reads("older-table", output);
    }

    private void script(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }

    private void migrate() {
        MigrateDb.configure()
                .dataSource(dataSource)
                .locations("filesystem:" + folder)
                .load()
                .migrate();
    }

    private void reads(String report, CapturedOutput output, String... properties) {
        reads(report, List.of(), output, properties);
    }

    /** Starts an application, and compares what it says to the person who started it with the file of that name. */
    private void reads(String report, List<Class<?>> beans, CapturedOutput output, String... properties) {
        assertThat(report(beans, output, properties)).isEqualTo(expected(report));
    }

    /** Starts an application, and returns what it says, which fits on a screen. */
    private String report(List<Class<?>> beans, CapturedOutput output, String... properties) {
        List<Class<?>> sources = new ArrayList<>(beans);
        sources.add(Application.class);
        SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
        application.setWebApplicationType(WebApplicationType.NONE);
        List<String> arguments = new ArrayList<>(List.of("--migratedb.locations=filesystem:" + folder));
        arguments.addAll(List.of(properties));
        if (arguments.stream().noneMatch(argument -> argument.startsWith("--spring.datasource.url"))) {
            arguments.add("--spring.datasource.url=" + url);
        }

        assertThat(catchThrowable(
                        () -> application.run(arguments.toArray(String[]::new)).close()))
                .isNotNull();

        String text = report(output);
        assertThat(text.lines()
                        .mapToInt(line -> 1 + line.length() / COLUMNS_OF_A_SCREEN)
                        .sum())
                .isLessThanOrEqualTo(LINES_OF_A_SCREEN);
        return text;
    }

    /** From the word Description to the end, without what is different each time. */
    private String report(CapturedOutput output) {
        String all = output.getOut();
        return all.substring(all.lastIndexOf("Description:\n"))
                .replace(folder.toString(), "/scripts")
                .replace(url, "jdbc:h2:mem:shop")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[.\\d]*\\+\\d\\d", "<time>")
                .strip();
    }

    private static String expected(String report) {
        try {
            return new ClassPathResource("failure-reports/" + report + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        MigrateDbAutoConfiguration.class
    })
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    static class AddingPeople {

        @Bean
        Version2 addPeople() {
            return new Version2(context -> {});
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Circle {

        @Bean
        Version2 addPeople(MigrateDb migrateDb) {
            return new Version2(context -> migrateDb.info());
        }
    }

    /** A database that nobody knows. */
    @Configuration(proxyBeanMethods = false)
    static class UnknownDatabase {

        @Bean
        DataSource dataSource() {
            return new AbstractDataSource() {
                private final DataSource h2 = new DriverManagerDataSource("jdbc:h2:mem:");

                @Override
                public Connection getConnection() throws SQLException {
                    return renamed(h2.getConnection());
                }

                @Override
                public Connection getConnection(String username, String password) throws SQLException {
                    return getConnection();
                }
            };
        }

        private static Connection renamed(Connection connection) {
            return proxy(
                    Connection.class,
                    (method, result) -> result instanceof DatabaseMetaData metaData
                            ? proxy(
                                    DatabaseMetaData.class,
                                    (name, value) -> switch (name) {
                                        case "getDatabaseProductName" -> "Paradox";
                                        case "getURL" -> "jdbc:paradox:shop";
                                        default -> value;
                                    },
                                    metaData)
                            : result,
                    connection);
        }

        private interface Change {
            Object to(String method, Object result);
        }

        private static <T> T proxy(Class<T> type, Change change, T target) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        try {
                            return change.to(method.getName(), method.invoke(target, arguments));
                        } catch (InvocationTargetException ex) {
                            throw ex.getCause();
                        }
                    }));
        }
    }
}
