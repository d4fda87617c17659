package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.callback.Callback;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.resolver.MigrationResolver;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Auto-configuration for MigrateDB: the application's database is migrated before anything else uses it.
 *
 * <p>Beans of the types {@link JavaMigration}, {@link Callback} and {@link MigrationResolver} take part; {@link
 * MigrateDbCustomizer}, {@link MigrateDbMigrationStrategy}, {@link MigrateDbConnectionDetails} and {@link MigrateDbDataSource} change what happens;
 * a {@link MigrateDb} bean of the application's own replaces the engine that is built here, and is run in its place. {@link
 * MigrateDbInstance} tells several engines apart, which the properties name.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
public final class MigrateDbAutoConfiguration {

    private static final Logger logger = LoggerFactory.getLogger(MigrateDbAutoConfiguration.class);

    /** Whatever else holds: nothing that is set is silently without effect. */
    @Order(0)
    @Configuration(proxyBeanMethods = false)
    static class PropertyConfiguration {

        @Bean
        static FlywayPropertyNotice migrateDbFlywayPropertyNotice(
                Environment environment, ResourceLoader resourceLoader) {
            return new FlywayPropertyNotice(environment, resourceLoader.getClassLoader());
        }

        @Bean
        @ConfigurationPropertiesBinding
        static EmptyInstanceConverter migrateDbEmptyInstanceConverter() {
            return new EmptyInstanceConverter();
        }
    }

    /** There is a database: an engine runs on it. */
    @Order(1)
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "migratedb.enabled", matchIfMissing = true)
    @Conditional(OnDatabase.class)
    @EnableConfigurationProperties(MigrateDbProperties.class)
    @Import(DatabaseInitializationDependencyConfigurer.class)
    @ImportRuntimeHints(MigrateDbRuntimeHints.class)
    static class MigrationConfiguration {

        @Bean(MigrateDbMigrationInitializer.BEAN_NAME)
        @ConditionalOnMissingBean(MigrateDbMigrationInitializer.class)
        static MigrationInitializerFactoryBean migrateDbMigrationInitializer(
                ConfigurableListableBeanFactory beanFactory, ApplicationEventPublisher publisher) {
            return new MigrationInitializerFactoryBean(beanFactory, publisher);
        }

        @Bean
        static Instances migrateDbInstances(Environment environment) {
            return Instances.of(environment);
        }

        @Bean
        static RunEvents migrateDbRunEvents(ApplicationContext context) {
            return new RunEvents(context);
        }

        @Bean
        static AfterStartupEngines migrateDbAfterStartupEngines(
                ConfigurableListableBeanFactory beanFactory, ApplicationContext context) {
            return new AfterStartupEngines(beanFactory, context);
        }

        @Bean
        static AfterStartupRun migrateDbAfterStartupRun(
                ConfigurableApplicationContext context, AfterStartupEngines engines, RunEvents events) {
            return new AfterStartupRun(context, engines, events);
        }

        @Bean
        static MigrateBeforeSingletons migrateDbBeforeSingletons(Environment environment) {
            return new MigrateBeforeSingletons(environment);
        }

        @Bean
        MigrateDbSchemaManagementProvider migrateDbSchemaManagementProvider(
                ObjectProvider<MigrationDataSource> migrated) {
            return new MigrateDbSchemaManagementProvider(migrated);
        }

        /** The properties name engines, each for a database of its own. */
        @Configuration(proxyBeanMethods = false)
        @Conditional(OnInstances.class)
        @Import(InstancesRegistrar.class)
        static class InstancesConfiguration {

            @Bean(InstanceEngines.BEAN_NAME)
            InstanceEngines migrateDbInstanceEngines(
                    Instances instances,
                    ConfigurableListableBeanFactory beanFactory,
                    ApplicationContext context,
                    @MigrateDbDataSource ObjectProvider<DataSource> marked) {
                return new InstanceEngines(instances, beanFactory, context, marked);
            }
        }

        /** The application has no engine of its own. */
        @Configuration(proxyBeanMethods = false)
        @Conditional(OnInstances.None.class)
        @ConditionalOnMissingBean(MigrateDb.class)
        static class EngineConfiguration {

            @Bean
            @ConditionalOnMissingBean(MigrateDbConnectionDetails.class)
            PropertiesMigrateDbConnectionDetails migrateDbConnectionDetails(MigrateDbProperties properties) {
                return new PropertiesMigrateDbConnectionDetails(properties);
            }

            @Bean(EngineFactory.DATABASE)
            MigrationDataSource migrateDbMigrationDataSource(
                    @MigrateDbDataSource ObjectProvider<DataSource> marked,
                    ObjectProvider<DataSource> application,
                    ObjectProvider<JdbcConnectionDetails> applicationDetails,
                    MigrateDbConnectionDetails details,
                    MigrateDbProperties properties,
                    ListableBeanFactory beanFactory,
                    Environment environment) {
                return new DataSourceChoice(
                                marked.getIfAvailable(),
                                application.getIfUnique(),
                                applicationDetails.getIfUnique(),
                                details,
                                properties.getJdbcProperties(),
                                DataSourceChoice.MIGRATEDB,
                                beanFactory,
                                environment)
                        .choose();
            }

            // whoever asks for the engine too early waits for the run: what a migration needs could not be created
            // while the engine itself is being created
            @Bean(EngineFactory.UNNAMED)
            @DependsOn(MigrateDbMigrationInitializer.BEAN_NAME)
            MigrateDb migrateDb(
                    MigrationDataSource database,
                    MigrateDbProperties properties,
                    ConfigurableListableBeanFactory beanFactory,
                    ApplicationContext context) {
                return new EngineFactory(beanFactory, context).unnamed(properties, database);
            }
        }
    }

    /** There is no database. */
    @Order(2)
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "migratedb.enabled", matchIfMissing = true)
    @ConditionalOnMissingBean(MigrateDbMigrationInitializer.class)
    @EnableConfigurationProperties(MigrateDbProperties.class)
    static class NoDatabaseConfiguration {

        @Bean
        static NoDatabaseCheck migrateDbNoDatabaseCheck(
                MigrateDbProperties properties, Environment environment, ResourceLoader resourceLoader) {
            return new NoDatabaseCheck(properties, Instances.of(environment), resourceLoader);
        }
    }

    /** Migrations are switched off. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnDisabled.class)
    static class DisabledConfiguration {

        @Bean
        static BeanFactoryInitializer<ListableBeanFactory> migrateDbDisabledNotice(Environment environment) {
            return beanFactory -> {
                if (CommandEnvironment.hasCommand(environment)) {
                    throw new SetupException(
                            "'migratedb.command' cannot be carried out: MigrateDB is switched off by 'migratedb.enabled'.",
                            "Remove one of the two properties.");
                }
                logger.info("MigrateDB is switched off by 'migratedb.enabled'; nothing is migrated");
            };
        }
    }

    /** The property has any value but true. */
    static final class OnDisabled extends NoneNestedConditions {

        OnDisabled() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnBooleanProperty(name = "migratedb.enabled", matchIfMissing = true)
        private static final class EnabledProperty {}
    }

    /** Something tells where a database is. */
    static final class OnDatabase extends AnyNestedCondition {

        OnDatabase() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnBean(DataSource.class)
        private static final class DataSourceBean {}

        @ConditionalOnBean(JdbcConnectionDetails.class)
        private static final class JdbcConnectionDetailsBean {}

        @ConditionalOnBean(MigrateDbConnectionDetails.class)
        private static final class MigrateDbConnectionDetailsBean {}

        @ConditionalOnBean(MigrateDb.class)
        private static final class MigrateDbBean {}

        @Conditional(OnUrl.class)
        private static final class UrlProperty {}

        @Conditional(OnInstances.WithDatabase.class)
        private static final class InstanceWithDatabase {}
    }
}
