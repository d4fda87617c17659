package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.failureOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.boot.autoconfigure.people.Person;
import dev.migratedb.boot.autoconfigure.people.PersonRepository;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationVersion;
import dev.migratedb.result.ValidationFailedException;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is marked with {@link AfterStartup} works with JPA, and is as safe as all other migrations. */
@ExtendWith(OutputCaptureExtension.class)
abstract class AfterStartupContractTests {

    private final FreshDatabase database = server().freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    abstract TestDatabase server();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private ApplicationContextRunner application(Class<?> migrations) {
        return Applications.withJpa()
                .withUserConfiguration(migrations)
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "spring.datasource.hikari.maximum-pool-size=4");
    }

    @Test
    void hasARepositoryAndAnEntityManagerInTheOrderOfVersions() {
        application(InOrder.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(names()).containsExactly("Ada", "Emmy");
            assertThat(history()).containsExactly("0", "1", "2");
        });
        application(InOrder.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(names()).containsExactly("Ada", "Emmy");
        });
    }

    @Test
    void leavesNeitherEntitiesNorARowWhereItThrows() {
        application(Failing.class).run(context -> {
            assertThat(failureOf(context, MigrationFailedException.class))
                    .hasMessageContaining("not today")
                    .matches(MigrationFailedException::rolledBack);
            assertThat(names()).isEmpty();
            assertThat(history()).containsExactly("0");
        });
        application(Repository.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(names()).containsExactly("Ada");
        });
    }

    @Test
    void leavesNeitherEntitiesNorARowWhereTheDatabaseRefusesWhatHibernateKeptBack() {
        application(Twice.class).run(context -> {
            assertThat(failureOf(context, MigrationFailedException.class))
                    .matches(MigrationFailedException::rolledBack);
            assertThat(names()).isEmpty();
            assertThat(history()).containsExactly("0");
        });
    }

    @Test
    void joinsTransactionsThatItBeginsItself() {
        application(OwnTransaction.class).run(context -> {
            assertThat(failureOf(context, MigrationFailedException.class)).hasMessageContaining("not today");
            assertThat(names()).isEmpty();
        });
    }

    @Test
    void hasVersionsOfItsOwn() {
        application(Late.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(jdbc.sql("select max(\"version\") from \"migratedb_state\"")
                            .query(String.class)
                            .single())
                    .isEqualTo("1");
            assertThat(history()).containsExactly("0", "100");
        });
    }

    @Test
    void knowsALateVersionInItsOwnSequenceOnly() {
        application(Late.class).run(context -> assertThat(context).hasNotFailed());
        application(LateAndLower.class)
                .run(context -> assertThat(failureOf(context, ValidationFailedException.class))
                        .hasMessageContaining("came too late"));
    }

    @Test
    void createsNothingInModeOff() {
        application(Repository.class)
                .withPropertyValues("migratedb.mode=off", "spring.jpa.hibernate.ddl-auto=none")
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBeanFactory().containsSingleton("addAda"))
                            .isFalse();
                });
    }

    @Test
    void isPartOfTheStartWhereEventsAreDeliveredByOtherThreads() {
        application(Failing.class)
                .withBean("applicationEventMulticaster", SimpleApplicationEventMulticaster.class, () -> {
                    SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
                    multicaster.setTaskExecutor(new SimpleAsyncTaskExecutor());
                    return multicaster;
                })
                .run(context -> assertThat(failureOf(context, MigrationFailedException.class))
                        .hasMessageContaining("not today"));
    }

    @Test
    void runsOnceWhereTwoApplicationsStartTogether() {
        List<CompletableFuture<Void>> starts = List.of(start(), start());
        starts.forEach(CompletableFuture::join);
        assertThat(names()).containsExactly("Ada");
        assertThat(history()).containsExactly("0", "1");
    }

    private CompletableFuture<Void> start() {
        return CompletableFuture.runAsync(() ->
                application(Repository.class).run(context -> assertThat(context).hasNotFailed()));
    }

    @Test
    void isCheckedInModeValidate() {
        application(None.class).run(context -> assertThat(context).hasNotFailed());
        application(Repository.class)
                .withPropertyValues("migratedb.mode=validate")
                .run(context -> assertThat(failureOf(context, ValidationFailedException.class))
                        .hasMessageContainingAll(
                                "was found, but is not applied",
                                "Start the application once with 'migratedb.mode' set to 'migrate'"));
        application(Repository.class).run(context -> assertThat(context).hasNotFailed());
        application(Repository.class)
                .withPropertyValues("migratedb.mode=validate")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void isSearchedForNowhere(@TempDir Path folder, CapturedOutput output) throws IOException {
        Files.writeString(
                folder.resolve("V1__Create_person.sql"),
                new ClassPathResource("db/migration/V1__Create_person.sql").getContentAsString(UTF_8));
        application(Repository.class)
                .withPropertyValues("migratedb.locations=filesystem:" + folder)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).doesNotContain("WARN");
    }

    @Test
    void isToldToBePendingInModeWait(CapturedOutput output) {
        application(None.class).run(context -> assertThat(context).hasNotFailed());
        application(Repository.class).withPropertyValues("migratedb.mode=wait").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(names()).isEmpty();
        });
        assertThat(output).contains("1 migration marked with @AfterStartup is pending");
    }

    @Test
    void runsInALazyApplication() {
        application(Repository.class)
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(names()).containsExactly("Ada"));
    }

    @Test
    void showsItsPhase() {
        application(Repository.class).run(context -> {
            MigrateDbEndpoint.ContextDescriptor described = new MigrateDbEndpoint(context, Set.of())
                    .migrations()
                    .contexts()
                    .values()
                    .iterator()
                    .next();
            assertThat(described.migrateDbBeans().get("migrateDb").phase()).isEqualTo(MigrateDbEndpoint.Phase.STARTUP);
            MigrateDbEndpoint.EngineDescriptor second =
                    described.migrateDbBeans().get("migrateDbAfterStartup");
            assertThat(second.phase()).isEqualTo(MigrateDbEndpoint.Phase.AFTER_STARTUP);
            assertThat(second.migrations())
                    .extracting(MigrateDbEndpoint.MigrationDescriptor::description)
                    .contains("Add Ada");
        });
    }

    private List<String> names() {
        return jdbc.sql("select name from person order by id")
                .query(String.class)
                .list();
    }

    private List<String> history() {
        return jdbc.sql(
                        "select \"version\" from \"migratedb_state_after_startup\" where \"success\" order by \"installed_rank\"")
                .query(String.class)
                .list();
    }

    @Configuration(proxyBeanMethods = false)
    static class None {}

    @Configuration(proxyBeanMethods = false)
    static class Repository {

        @Bean
        @AfterStartup
        JavaMigration addAda(PersonRepository people) {
            return new Step("1", "Add Ada", context -> people.save(new Person(1, "Ada")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class InOrder {

        @Bean
        AddEmmy addEmmy() {
            return new AddEmmy();
        }

        @Bean
        @AfterStartup
        JavaMigration addAda(PersonRepository people) {
            return new Step("1", "Add Ada", context -> people.save(new Person(1, "Ada")));
        }
    }

    @AfterStartup
    static class AddEmmy extends Step {

        @PersistenceContext
        @SuppressWarnings("NullAway.Init")
        private EntityManager entityManager;

        AddEmmy() {
            super("2", "Add Emmy", context -> {});
        }

        @Override
        public void migrate(MigrationContext context) {
            assertThat(entityManager.find(Person.class, 1)).isNotNull();
            entityManager.persist(new Person(2, "Emmy"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Failing {

        @Bean
        @AfterStartup
        JavaMigration addAda(PersonRepository people) {
            return new Step("1", "Add Ada", context -> {
                people.save(new Person(1, "Ada"));
                people.save(new Person(2, "Emmy"));
                throw new IllegalStateException("not today");
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Twice {

        @Bean
        @AfterStartup
        JavaMigration addAda(PersonRepository people, JdbcClient jdbcClient) {
            return new Step("1", "Add Ada", context -> {
                people.save(new Person(1, "Ada"));
                people.save(new Person(2, "x".repeat(1000)));
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnTransaction {

        @Bean
        @AfterStartup
        JavaMigration addAda(PersonRepository people, PlatformTransactionManager manager) {
            return new Step("1", "Add Ada", context -> {
                new TransactionTemplate(manager).executeWithoutResult(status -> people.save(new Person(1, "Ada")));
                throw new IllegalStateException("not today");
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Late {

        @Bean
        @AfterStartup
        JavaMigration addAda(PersonRepository people) {
            return new Step("100", "Add Ada", context -> people.save(new Person(1, "Ada")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class LateAndLower extends Late {

        @Bean
        @AfterStartup
        JavaMigration addEmmy(PersonRepository people) {
            return new Step("50", "Add Emmy", context -> people.save(new Person(2, "Emmy")));
        }
    }

    static class Step implements JavaMigration {

        private final MigrationVersion version;
        private final String description;
        private final Applications.Work work;

        Step(String version, String description, Applications.Work work) {
            this.version = MigrationVersion.of(version);
            this.description = description;
            this.work = work;
        }

        @Override
        public @Nullable MigrationVersion getVersion() {
            return version;
        }

        @Override
        public String getDescription() {
            return description;
        }

        @Override
        public void migrate(MigrationContext context) throws Exception {
            work.run(context);
        }
    }
}
