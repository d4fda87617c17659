package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.boot.autoconfigure.Applications.Version2;
import dev.migratedb.boot.autoconfigure.people.PersonService;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans of the application that a Java migration calls take part in its transaction. */
abstract class JoinedTransactionContractTests {

    private FreshDatabase database;

    abstract TestDatabase kind();

    /** Where it is not, the engine cannot know that a Java migration has left nothing behind. */
    abstract boolean ddlIsTransactional();

    FreshDatabase database() {
        return database;
    }

    @BeforeEach
    void makeDatabase() {
        database = kind().freshDatabase();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    ApplicationContextRunner application() {
        return Applications.withJdbc()
                .withBean(PersonService.class)
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password());
    }

    @Test
    void commitsWhatATransactionalBeanDidWithTheMigration() {
        application().withUserConfiguration(CallingTheService.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(people()).containsExactly("Ada");
            assertThat(versions()).containsExactly("1", "2");
        });
    }

    @Test
    void rollsBackWhatATransactionalBeanDidWithTheMigration() {
        application().withUserConfiguration(FailingAfterTheService.class).run(context -> {
            MigrationFailedException failure = failureOf(context, MigrationFailedException.class);
            assertThat(failure).hasMessageContaining("after the service");
            assertThat(failure.rolledBack()).isEqualTo(ddlIsTransactional());
            assertThat(people()).isEmpty();
            assertThat(versions()).doesNotContain("2");
        });
    }

    @Test
    void rollsBackWhatAClientOfTheApplicationDidWithTheMigration() {
        application().withUserConfiguration(FailingAfterTheClient.class).run(context -> {
            assertThat(failureOf(context, MigrationFailedException.class)).hasMessageContaining("after the client");
            assertThat(people()).isEmpty();
        });
    }

    List<String> people() {
        return strings("select name from person order by id");
    }

    private List<String> versions() {
        return strings("select \"version\" from \"migratedb_state\" where \"success\" order by \"installed_rank\"");
    }

    List<String> strings(String query) {
        return JdbcClient.create(database.dataSource())
                .sql(query)
                .query(String.class)
                .list();
    }

    @Configuration(proxyBeanMethods = false)
    static class CallingTheService {

        @Bean
        JavaMigration addPeople(PersonService people) {
            return new Version2(context -> people.add(1, "Ada"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FailingAfterTheService {

        @Bean
        JavaMigration addPeople(PersonService people) {
            return new Version2(context -> {
                people.add(1, "Ada");
                throw new IllegalStateException("after the service");
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FailingAfterTheClient {

        @Bean
        JavaMigration addPeople(JdbcClient jdbcClient) {
            return new Version2(context -> {
                jdbcClient
                        .sql("insert into person (id, name) values (1, 'Ada')")
                        .update();
                throw new IllegalStateException("after the client");
            });
        }
    }
}
