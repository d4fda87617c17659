package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.Applications.Version2;
import dev.migratedb.boot.autoconfigure.people.Person;
import dev.migratedb.boot.autoconfigure.people.PersonRepository;
import dev.migratedb.boot.autoconfigure.people.PersonService;
import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever needs JPA in a migration is told so, by the name of the bean. */
class JpaDuringMigrationTests {

    private final ApplicationContextRunner application = Applications.withJpa();

    @ParameterizedTest
    @ValueSource(
            classes = {
                NeedsEntityManagerFactory.class,
                NeedsEntityManager.class,
                NeedsRepository.class,
                NeedsTransactionManager.class,
                CallbackNeedsRepository.class
            })
    void namesTheBeanThatNeedsJpaToBeCreated(Class<?> configuration) {
        application.withUserConfiguration(configuration).run(context -> {
            FailureAnalysis analysis = analysis(context.getStartupFailure());
            assertThat(analysis.getDescription())
                    .containsSubsequence(
                            "JPA was needed while the database was being migrated",
                            "addPeople",
                            "entityManagerFactory");
            assertThat(analysis.getAction()).contains("@AfterStartup", "let addPeople use a JdbcClient");
            assertThat(analysis.getDescription()).endsWith("The database was not changed.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                EntityManagerAsParameter.class,
                EntityManagerInField.class,
                EntityManagerInService.class,
                EntityManagerInCallback.class,
                SessionAsParameter.class
            })
    void namesTheBeanThatHasAnEntityManagerInjectedByItsType(Class<?> configuration) {
        application.withUserConfiguration(configuration).run(context -> {
            FailureAnalysis analysis = analysis(context.getStartupFailure());
            assertThat(analysis.getDescription())
                    .containsSubsequence(
                            "JPA was needed while the database was being migrated",
                            "    addPeople",
                            "    -> entityManagerFactory\n");
            assertThat(analysis.getAction()).contains("@AfterStartup", "let addPeople use a JdbcClient");
            assertThat(analysis.getDescription()).endsWith("The database was not changed.");
        });
    }

    @Test
    void namesEachBeanOnTheWayToAnEntityManager() {
        application
                .withUserConfiguration(EntityManagerInService.class)
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .contains("\n\n    addPeople\n    -> peopleService\n    -> entityManagerFactory\n\n"));
    }

    @Test
    void namesTheMigrationThatAsksForAnEntityManagerWhenItRuns() {
        application.withUserConfiguration(AsksForEntityManager.class).run(context -> {
            FailureAnalysis analysis = analysis(context.getStartupFailure());
            assertThat(analysis.getDescription()).containsSubsequence("Version2", "entityManagerFactory");
            assertThat(analysis.getAction()).contains("@AfterStartup", "Version2 use a JdbcClient");
        });
    }

    @Test
    void leavesItToOthersThatThereIsNoEntityManagerAtAll() {
        Applications.withJdbc()
                .withUserConfiguration(EntityManagerAsParameter.class)
                .run(context -> {
                    Applications.failureOf(context, NoSuchBeanDefinitionException.class);
                    assertThat(new JpaDuringMigrationFailureAnalyzer().analyze(context.getStartupFailure()))
                            .isNull();
                });
    }

    @Test
    void leavesItToOthersThatAnotherBeanIsMissing() {
        application.withUserConfiguration(NeedsSomethingElse.class).run(context -> {
            Applications.failureOf(context, NoSuchBeanDefinitionException.class);
            assertThat(new JpaDuringMigrationFailureAnalyzer().analyze(context.getStartupFailure()))
                    .isNull();
        });
    }

    @Test
    void namesTheMigrationThatNeedsJpaWhenItRuns() {
        application.withUserConfiguration(UsesTransactionalService.class).run(context -> {
            FailureAnalysis analysis = analysis(context.getStartupFailure());
            assertThat(analysis.getDescription()).containsSubsequence("Version2", "entityManagerFactory");
            assertThat(analysis.getAction()).contains("@AfterStartup", "Version2 use a JdbcClient", "@Transactional");
        });
    }

    @Test
    void namesTheMigrationThatBeginsATransactionOfJpaInItsOwn() {
        AtomicBoolean started = new AtomicBoolean();
        application
                .withBean(MigrateDbMigrationStrategy.class, () -> migrateDb -> {
                    if (started.get()) {
                        migrateDb.migrate();
                    }
                })
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=none")
                .withUserConfiguration(UsesTransactionalService.class)
                .run(context -> {
                    started.set(true);
                    context.getBean(EntityManagerFactory.class);
                    Throwable failure = catchThrowable(
                            () -> context.getBean(MigrateDb.class).migrate());
                    assertThat(failure).isInstanceOf(MigrationFailedException.class);
                    FailureAnalysis analysis = analysis(failure);
                    assertThat(analysis.getDescription())
                            .contains("A transaction of JPA was begun inside the transaction of", "Version2");
                    assertThat(analysis.getAction()).contains("Version2 use a JdbcClient");
                });
    }

    @Test
    void doesNotExplainOtherFailures() {
        assertThat(new JpaDuringMigrationFailureAnalyzer().analyze(new IllegalStateException("another")))
                .isNull();
    }

    @Test
    void letsAnEntityManagerFactoryBeCreatedAfterTheRun() {
        application.run(context -> assertThat(context).hasSingleBean(EntityManagerFactory.class));
    }

    private static FailureAnalysis analysis(Throwable failure) {
        return Objects.requireNonNull(new JpaDuringMigrationFailureAnalyzer().analyze(failure));
    }

    @Configuration(proxyBeanMethods = false)
    static class NeedsEntityManagerFactory {

        @Bean
        JavaMigration addPeople(EntityManagerFactory factory) {
            return new Version2(context -> factory.createEntityManager().persist(new Person(1, "Ada")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NeedsEntityManager {

        @Bean
        JavaMigration addPeople() {
            return new AfterStartupContractTests.Step("2", "Add people", nothing -> {}) {
                @PersistenceContext
                private EntityManager entityManager;

                @Override
                public void migrate(MigrationContext context) {
                    entityManager.persist(new Person(1, "Ada"));
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NeedsRepository {

        @Bean
        JavaMigration addPeople(PersonRepository people) {
            return new Version2(context -> people.save(new Person(1, "Ada")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NeedsTransactionManager {

        @Bean
        JavaMigration addPeople(PlatformTransactionManager transactionManager) {
            return new Version2(
                    context -> new TransactionTemplate(transactionManager).executeWithoutResult(status -> {}));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class CallbackNeedsRepository {

        @Bean
        Callback addPeople(PersonRepository people) {
            return new Callback() {
                @Override
                public boolean supports(Event event, CallbackContext context) {
                    return event == Event.AFTER_MIGRATE;
                }

                @Override
                public void handle(Event event, CallbackContext context) {
                    people.save(new Person(1, "Ada"));
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class UsesTransactionalService {

        @Bean
        PersonService personService(JdbcClient jdbcClient) {
            return new PersonService(jdbcClient);
        }

        @Bean
        JavaMigration addPeople(PersonService people) {
            return new Version2(context -> people.add(1, "Ada"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class EntityManagerAsParameter {

        @Bean
        JavaMigration addPeople(EntityManager entityManager) {
            return new Version2(context -> entityManager.persist(new Person(1, "Ada")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class SessionAsParameter {

        @Bean
        JavaMigration addPeople(Session session) {
            return new Version2(context -> session.persist(new Person(1, "Ada")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class EntityManagerInField {

        @Bean
        WithField addPeople() {
            return new WithField();
        }
    }

    static class WithField extends AfterStartupContractTests.Step {

        @Autowired
        private EntityManager entityManager;

        WithField() {
            super("2", "Add people", nothing -> {});
        }

        @Override
        public void migrate(MigrationContext context) {
            entityManager.persist(new Person(1, "Ada"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class EntityManagerInService {

        @Bean
        PeopleService peopleService(EntityManager entityManager) {
            return new PeopleService(entityManager);
        }

        @Bean
        JavaMigration addPeople(PeopleService people) {
            return new Version2(context -> people.add(new Person(1, "Ada")));
        }
    }

    record PeopleService(EntityManager entityManager) {

        void add(Person person) {
            entityManager.persist(person);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class EntityManagerInCallback {

        @Bean
        Callback addPeople(EntityManager entityManager) {
            return new Callback() {
                @Override
                public boolean supports(Event event, CallbackContext context) {
                    return event == Event.AFTER_MIGRATE;
                }

                @Override
                public void handle(Event event, CallbackContext context) {
                    entityManager.persist(new Person(1, "Ada"));
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class AsksForEntityManager {

        @Bean
        JavaMigration addPeople(ObjectProvider<EntityManager> entityManager) {
            return new Version2(context -> entityManager.getObject().persist(new Person(1, "Ada")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NeedsSomethingElse {

        @Bean
        JavaMigration addPeople(StringBuilder text) {
            return new Version2(context -> text.append("Ada"));
        }
    }
}
