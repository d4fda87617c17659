package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.people.Person;
import dev.migratedb.configuration.Configuration;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationVersion;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The applications that the tests start, and looks into them. */
final class Applications {

    /** Does nothing to the database: for tests of what is configured. */
    static final MigrateDbMigrationStrategy NO_MIGRATION = migrateDb -> {};

    private Applications() {}

    /** An application that uses JDBC, on an embedded H2 of its own, or on what its properties say. */
    static ApplicationContextRunner withJdbc() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        MigrateDbAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        TransactionManagerCustomizationAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class));
    }

    /** The same, with Hibernate, which insists on finding the table of its entity, and a repository. */
    static ApplicationContextRunner withJpa() {
        return withJdbc()
                .withConfiguration(AutoConfigurations.of(
                        HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class))
                .withUserConfiguration(PeoplePackage.class)
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=validate");
    }

    /** What the engine of an application was configured with. */
    static Configuration configuration(ApplicationContext context) {
        return configuration(context.getBean(MigrateDb.class));
    }

    static Configuration configuration(MigrateDb migrateDb) {
        Object configuration = ReflectionTestUtils.getField(migrateDb, "configuration");
        assertThat(configuration).isInstanceOf(Configuration.class);
        return (Configuration) configuration;
    }

    /** The failure of the given type that kept an application from starting. */
    static <T extends Throwable> T failureOf(AssertableApplicationContext context, Class<T> type) {
        Throwable failure = context.getStartupFailure();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        throw new AssertionError("The application was to fail with " + type + ", but there was " + failure, failure);
    }

    @AutoConfigurationPackage(basePackageClasses = Person.class)
    static class PeoplePackage {}

    /** What a Java migration does. */
    interface Work {
        void run(MigrationContext context) throws Exception;
    }

    /** Version 2, which does what it is given. */
    record Version2(Work work) implements JavaMigration {

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.of("2");
        }

        @Override
        public String getDescription() {
            return "Add people";
        }

        @Override
        public void migrate(MigrationContext context) throws Exception {
            work.run(context);
        }
    }
}
