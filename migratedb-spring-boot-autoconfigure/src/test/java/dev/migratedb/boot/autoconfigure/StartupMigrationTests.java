package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.Applications.Version2;
import dev.migratedb.boot.autoconfigure.people.PersonRepository;
import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.MigrationKind;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.resolver.MigrationResolver;
import dev.migratedb.resolver.ResolvedMigration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is there, and in which order, when an application starts on an empty database. */
@ExtendWith(OutputCaptureExtension.class)
class StartupMigrationTests {

    private static final String INSERT = "insert into person (id, name) values (1, 'Ada')";

    static Stream<Arguments> applications() {
        ApplicationContextRunner jdbc = Applications.withJdbc();
        ApplicationContextRunner jpa = Applications.withJpa();
        return Stream.of(
                Arguments.of(Named.of("JDBC", jdbc)),
                Arguments.of(Named.of("JDBC, lazy", lazy(jdbc))),
                Arguments.of(Named.of("JPA", jpa)),
                Arguments.of(Named.of("JPA, lazy", lazy(jpa))));
    }

    private static ApplicationContextRunner lazy(ApplicationContextRunner application) {
        return application.withInitializer(
                context -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void migratesAtStartup(ApplicationContextRunner application) {
        application.run(
                context -> assertThat(people(context.getBean(JdbcClient.class))).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("applications")
    void injectsAJdbcClientIntoAJavaMigration(ApplicationContextRunner application) {
        application
                .withUserConfiguration(WithJdbcClient.class)
                .run(context ->
                        assertThat(people(context.getBean(JdbcClient.class))).containsExactly("Ada"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void injectsAJdbcTemplateIntoAJavaMigration(ApplicationContextRunner application) {
        application
                .withUserConfiguration(WithJdbcTemplate.class)
                .run(context ->
                        assertThat(people(context.getBean(JdbcClient.class))).containsExactly("Ada"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void injectsADataSourceIntoAJavaMigration(ApplicationContextRunner application) {
        application
                .withUserConfiguration(WithDataSource.class)
                .run(context ->
                        assertThat(people(context.getBean(JdbcClient.class))).containsExactly("Ada"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void injectsAProviderOrALazyClientIntoAJavaMigration(ApplicationContextRunner application) {
        application
                .withUserConfiguration(WithProviderAndLazyClient.class)
                .run(context ->
                        assertThat(people(context.getBean(JdbcClient.class))).containsExactly("Ada", "Grace"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void runsWhatAResolverBeanFinds(ApplicationContextRunner application) {
        application.withUserConfiguration(WithResolver.class).run(context -> {
            assertThat(people(context.getBean(JdbcClient.class))).containsExactly("Ada");
            assertThat(context.getBean(MigrateDb.class).info().all())
                    .extracting(MigrationInfo::type, MigrationInfo::script)
                    .contains(tuple("CUSTOM", "people.csv"));
        });
    }

    @ParameterizedTest
    @MethodSource("applications")
    void injectsAJdbcClientIntoACallback(ApplicationContextRunner application) {
        application
                .withUserConfiguration(CallbackWithJdbcClient.class)
                .run(context ->
                        assertThat(people(context.getBean(JdbcClient.class))).containsExactly("Ada"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void migratesBeforeABeanThatUsesABareDataSourceInItsCreation(ApplicationContextRunner application) {
        application
                .withUserConfiguration(WithJdbcClient.class, Reader.class)
                .run(context -> assertThat(
                                context.getBean(PeopleAtCreation.class).names())
                        .containsExactly("Ada"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void migratesEarlierWhereTheContainerNeedsTheDatabaseEarlier(ApplicationContextRunner application) {
        application
                .withUserConfiguration(WithJdbcClient.class, MessagesFromDatabase.class)
                .run(context -> assertThat(context.getMessage("1", null, Locale.getDefault()))
                        .isEqualTo("Ada"));
    }

    @Test
    void namesTheClassOfACallbackThatIsOrderedByItsDefinitionWhenItFails() {
        Applications.withJdbc()
                .withUserConfiguration(OrderedFailingCallback.class)
                .run(context -> assertThat(failureOf(context, CallbackFailedException.class)
                                .callback())
                        .isEqualTo(Failing.class.getName()));
    }

    @Test
    void letsHibernateFindTheMigratedTables() {
        Applications.withJpa()
                .withUserConfiguration(WithJdbcClient.class)
                .run(context -> assertThat(context.getBean(PersonRepository.class)
                                .findById(1)
                                .orElseThrow()
                                .getName())
                        .isEqualTo("Ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbcTemplate", "namedParameterJdbcTemplate", "jdbcClient", "entityManagerFactory"})
    void letsWhatUsesTheDatabaseDependOnTheMigration(String bean) {
        Applications.withJpa()
                .run(context -> assertThat(context.getSourceApplicationContext(GenericApplicationContext.class)
                                .getBeanFactory()
                                .getBeanDefinition(bean)
                                .getDependsOn())
                        .contains("migrateDbMigrationInitializer"));
    }

    @Test
    void migratesOnce(CapturedOutput output) {
        Applications.withJdbc().withUserConfiguration(WithJdbcClient.class).run(context -> {
            context.getBean(MigrateDbMigrationInitializer.class);
            assertThat(output).containsOnlyOnce("Successfully applied 2 migrations");
            assertThat(output).doesNotContain("is up to date");
        });
    }

    private static List<String> people(JdbcClient jdbcClient) {
        return jdbcClient
                .sql("select name from person order by id")
                .query(String.class)
                .list();
    }

    record PeopleAtCreation(List<String> names) {}

    @Configuration(proxyBeanMethods = false)
    static class WithResolver {

        @Bean
        MigrationResolver people(JdbcClient jdbcClient) {
            return context -> List.of(new ResolvedMigration(
                    MigrationKind.VERSIONED,
                    MigrationVersion.of("2"),
                    "people",
                    "people.csv",
                    null,
                    migration -> jdbcClient.sql(INSERT).update()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithJdbcClient {

        @Bean
        JavaMigration addPeople(JdbcClient jdbcClient) {
            return new Version2(context -> jdbcClient.sql(INSERT).update());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithJdbcTemplate {

        @Bean
        JavaMigration addPeople(JdbcTemplate jdbcTemplate) {
            return new Version2(context -> jdbcTemplate.update(INSERT));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithDataSource {

        @Bean
        JavaMigration addPeople(DataSource dataSource) {
            return new Version2(context -> new JdbcTemplate(dataSource).update(INSERT));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithProviderAndLazyClient {

        @Bean
        JavaMigration addPeople(ObjectProvider<JdbcClient> provider, @Lazy JdbcClient lazy) {
            return new Version2(context -> {
                provider.getObject().sql(INSERT).update();
                lazy.sql("insert into person (id, name) values (2, 'Grace')").update();
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class CallbackWithJdbcClient {

        @Bean
        Callback addPeople(JdbcClient jdbcClient) {
            return new Callback() {
                @Override
                public boolean supports(Event event, CallbackContext context) {
                    return event == Event.AFTER_MIGRATE;
                }

                @Override
                public void handle(Event event, CallbackContext context) {
                    jdbcClient.sql(INSERT).update();
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Reader {

        @Bean
        PeopleAtCreation peopleAtCreation(DataSource dataSource) {
            return new PeopleAtCreation(people(JdbcClient.create(dataSource)));
        }
    }

    /** The container asks for its message source before it calls anybody that wants to be called early. */
    @Configuration(proxyBeanMethods = false)
    static class MessagesFromDatabase {

        @Bean
        MessageSource messageSource(JdbcClient jdbcClient) {
            StaticMessageSource messages = new StaticMessageSource();
            List<String> people = people(jdbcClient);
            for (int i = 0; i < people.size(); i++) {
                messages.addMessage(String.valueOf(i + 1), Locale.getDefault(), people.get(i));
            }
            return messages;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OrderedFailingCallback {

        @Bean
        @Order(1)
        Callback failing() {
            return new Failing();
        }
    }

    static class Failing implements Callback {

        @Override
        public boolean supports(Event event, CallbackContext context) {
            return event == Event.BEFORE_MIGRATE;
        }

        @Override
        public void handle(Event event, CallbackContext context) {
            throw new IllegalStateException("on purpose");
        }
    }
}
