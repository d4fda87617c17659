package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.boot.autoconfigure.Applications.Version2;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.result.ValidationFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an application does that is started for one command. The process is not ended here: see {@link CommandProcessTests}. */
@ExtendWith(OutputCaptureExtension.class)
class CommandTests {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final List<String> created = new ArrayList<>();

    private final ApplicationContextRunner application = prepared(Applications.withJdbc());

    /** Takes the place of the end of the process. */
    private static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int code;

        private Ended(int code) {
            super("The process would have ended with exit code " + code);
            this.code = code;
        }
    }

    private ApplicationContextRunner prepared(ApplicationContextRunner runner) {
        BeanPostProcessor recorder = new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                created.add(name);
                return bean;
            }
        };
        return runner.withPropertyValues("spring.datasource.url=" + url)
                .withBean("exit", CommandExit.class, () -> code -> {
                    throw new Ended(code);
                })
                .withInitializer(context -> context.getBeanFactory().addBeanPostProcessor(recorder));
    }

    private void assertEndsAfter(ApplicationContextRunner runner, String command) {
        runner.withPropertyValues("migratedb.command=" + command)
                .run(context -> assertThat(failureOf(context, Ended.class).code).isZero());
    }

    private JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(url, "sa", ""));
    }

    private List<String> tables() {
        return database()
                .sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list();
    }

    @Test
    void migratesAndEndsBeforeOrdinaryBeansAreThere(CapturedOutput output) {
        assertEndsAfter(prepared(Applications.withJpa()).withUserConfiguration(OrdinaryBeans.class), "migrate");
        assertThat(tables()).contains("PERSON", "migratedb_state");
        assertThat(created)
                .contains("migrateDb")
                .doesNotContain("ordinary", "entityManagerFactory", "personRepository");
        assertThat(output).contains("The command 'migrate' of 'migratedb.command' is done");
    }

    @Test
    void anOrdinaryStartCreatesTheBeansThatACommandDoesWithout() {
        prepared(Applications.withJpa())
                .withUserConfiguration(OrdinaryBeans.class)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(created).contains("migrateDb", "ordinary", "entityManagerFactory");
    }

    @Test
    void runsMigrationsThatAreBeansWithWhatTheyNeed() {
        assertEndsAfter(application.withUserConfiguration(WithJavaMigration.class), "migrate");
        assertThat(database().sql("select name from person").query(String.class).list())
                .containsExactly("Ada");
        assertThat(created).contains("v2", "names");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "validate"})
    void goesBeforeTheMode(String mode) {
        assertEndsAfter(application.withPropertyValues("migratedb.mode=" + mode), "migrate");
        assertThat(tables()).contains("PERSON");
    }

    @Test
    void doesNotAskAStrategy() {
        List<Object> asked = new ArrayList<>();
        assertEndsAfter(
                application.withBean("strategy", MigrateDbMigrationStrategy.class, () -> asked::add), "migrate");
        assertThat(asked).isEmpty();
        assertThat(tables()).contains("PERSON");
    }

    @Test
    void printsTheTableOfInfo(CapturedOutput output) {
        assertEndsAfter(application, "info");
        assertThat(output.getOut()).containsPattern("\\| Versioned +\\| 1 +\\| Create person +\\|.*Pending");
        assertThat(tables()).isEmpty();
    }

    @Test
    void printsTheScriptOfPlan(CapturedOutput output) {
        assertEndsAfter(application, "plan");
        assertThat(output.getOut()).containsIgnoringCase("create table person");
        assertThat(tables()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "repair", "export-flyway-history"})
    void runsEachCommand(String command) {
        assertEndsAfter(application, "migrate");
        assertEndsAfter(application, command);
    }

    @Test
    void beginsAHistory() {
        assertEndsAfter(application, "baseline");
        assertThat(database()
                        .sql("select \"type\" from \"migratedb_state\"")
                        .query(String.class)
                        .list())
                .contains("BASELINE");
    }

    @Test
    void emptiesTheSchemaWhereThatIsAllowed() {
        assertEndsAfter(application, "migrate");
        assertEndsAfter(application.withPropertyValues("migratedb.clean-disabled=false"), "clean");
        assertThat(tables()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"validate, 2", "clean, 3", "undo, 3"})
    void tellsByTheExitCodeWhatKindOfFailureItIs(String command, int exitCode) {
        if (command.equals("undo")) {
            assertEndsAfter(application, "migrate");
        }
        application
                .withPropertyValues("migratedb.command=" + command)
                .run(context -> assertThat(
                                failureOf(context, CommandFailedException.class).getExitCode())
                        .isEqualTo(exitCode));
    }

    @Test
    void tellsByTheExitCodeThatAMigrationHasFailed() {
        application
                .withBean(
                        "v2",
                        JavaMigration.class,
                        () -> new Version2(context -> {
                            throw new IllegalStateException("no");
                        }))
                .withPropertyValues("migratedb.command=migrate")
                .run(context -> assertThat(
                                failureOf(context, CommandFailedException.class).getExitCode())
                        .isEqualTo(1));
    }

    @Test
    void failsWithoutADatabase() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrateDbAutoConfiguration.class))
                .withPropertyValues("migratedb.command=info")
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContainingAll("'info'", "no DataSource"));
    }

    @Test
    void printsTheHistoryOfWhatRanAfterTheStart(CapturedOutput output) {
        prepared(Applications.withJpa())
                .withUserConfiguration(AfterStartupContractTests.Repository.class)
                .run(context -> assertThat(context).hasNotFailed());
        created.clear();
        assertEndsAfter(
                prepared(Applications.withJpa()).withUserConfiguration(AfterStartupContractTests.Repository.class),
                "info");
        assertThat(output.getOut())
                .containsSubsequence("Create person", "After the start (migratedb_state_after_startup):", "Add Ada")
                .containsPattern("\\| Add Ada +\\|.*\\| Success")
                .contains("Not applied: addAda (or applied: its class is known only when it is created)");
        assertThat(created).doesNotContain("addAda", "entityManagerFactory");
    }

    @Test
    void tellsOfWhatRunsAfterTheStartWhatIsNotApplied(CapturedOutput output) {
        ApplicationContextRunner runner = prepared(Applications.withJpa())
                .withUserConfiguration(AfterStartupContractTests.Repository.class)
                .withBean("addEmmy", AfterStartupContractTests.AddEmmy.class);
        assertEndsAfter(runner.withPropertyValues("migratedb.table=before"), "info");
        assertThat(output.getOut()).containsPattern("after_startup\\):\\RNot applied: addEmmy, addAda \\(or ");
        runner.run(context -> assertThat(context).hasNotFailed());
        assertEndsAfter(runner, "info");
        assertThat(output.getOut()).contains("Not applied: addAda (or");
    }

    @Test
    void removesWhatHasFailedAfterTheStart() {
        ApplicationContextRunner failing =
                prepared(Applications.withJpa()).withUserConfiguration(FailsOutOfTransaction.class);
        failing.run(context ->
                assertThat(failureOf(context, MigrationFailedException.class)).hasMessageContaining("not today"));
        failing.run(context -> assertThat(failureOf(context, ValidationFailedException.class))
                .hasMessageContaining("run repair, which removes the failed row"));
        created.clear();

        assertEndsAfter(failing, "repair");

        assertThat(created).doesNotContain("addAda", "entityManagerFactory");
        assertThat(database()
                        .sql("select \"version\" from \"migratedb_state_after_startup\" order by \"installed_rank\"")
                        .query(String.class)
                        .list())
                .as("what is applied stays, though nobody has looked for it")
                .containsExactly("0", "1");
        prepared(Applications.withJpa())
                .withUserConfiguration(AfterStartupContractTests.Repository.class)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void leavesAloneWhatRunsAfterTheStart(CapturedOutput output) {
        assertEndsAfter(
                prepared(Applications.withJpa()).withUserConfiguration(AfterStartupContractTests.Repository.class),
                "migrate");
        assertThat(created).doesNotContain("addAda", "entityManagerFactory");
        assertThat(output).contains("What is marked with @AfterStartup (addAda) takes no part in a command");
    }

    @Test
    void failsWhereMigrationsAreSwitchedOff() {
        application
                .withPropertyValues("migratedb.command=info", "migratedb.enabled=false")
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContainingAll("'migratedb.command'", "'migratedb.enabled'"));
    }

    @Configuration(proxyBeanMethods = false)
    static class FailsOutOfTransaction extends AfterStartupContractTests.Repository {

        @Bean
        @AfterStartup
        JavaMigration fails() {
            return new AfterStartupContractTests.Step("2", "Fails", context -> {
                throw new IllegalStateException("not today");
            }) {
                @Override
                public boolean canExecuteInTransaction() {
                    return false;
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OrdinaryBeans {

        @Bean
        Object ordinary() {
            return new Object();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithJavaMigration {

        @Bean
        List<String> names() {
            return List.of("Ada");
        }

        @Bean
        JavaMigration v2(JdbcClient jdbcClient, List<String> names) {
            return new Version2(context -> jdbcClient
                    .sql("insert into person (id, name) values (1, ?)")
                    .param(names.get(0))
                    .update());
        }
    }
}
