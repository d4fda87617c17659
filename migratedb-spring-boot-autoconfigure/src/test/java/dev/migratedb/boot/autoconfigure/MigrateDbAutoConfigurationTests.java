package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.NO_MIGRATION;
import static dev.migratedb.boot.autoconfigure.Applications.configuration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.migratedb.MigrateDb;
import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.callback.RunObserver;
import dev.migratedb.migration.JavaMigration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DecoratingProxy;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class MigrateDbAutoConfigurationTests {

    private final ApplicationContextRunner application = Applications.withJdbc();
    private final ApplicationContextRunner configured =
            application.withBean("strategy", MigrateDbMigrationStrategy.class, () -> NO_MIGRATION);
    private final ApplicationContextRunner withoutDataSource =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrateDbAutoConfiguration.class));

    @Test
    void buildsOneEngineAndItsInitializer() {
        configured.run(context ->
                assertThat(context).hasSingleBean(MigrateDb.class).hasSingleBean(MigrateDbMigrationInitializer.class));
    }

    @Test
    void backsOffWithoutDataSourceAndMigrationsAndSaysSo(CapturedOutput output) {
        withoutDataSource
                .withPropertyValues("migratedb.locations=classpath:db/nothing-here")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(MigrateDb.class);
                    assertThat(context).doesNotHaveBean(MigrateDbMigrationInitializer.class);
                });
        assertThat(output).containsOnlyOnce("MigrateDB has nothing to do: there is no DataSource");
    }

    @Test
    void warnsOnceWithoutDataSourceWhereScriptsWaitToBeMigrated(CapturedOutput output) {
        withoutDataSource.run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .containsOnlyOnce("MigrateDB has no database to migrate")
                .contains(
                        "WARN", "V1__Create_person.sql", "no DataSource", "'migratedb.url'", "migratedb.enabled=false")
                .doesNotContain("MigrateDB has nothing to do");
    }

    @Test
    void warnsWithoutDataSourceWhereAJavaMigrationWaitsToBeRun(CapturedOutput output) {
        withoutDataSource
                .withPropertyValues("migratedb.locations=filesystem:/nothing/here")
                .withBean("v9Waiting", JavaMigration.class, () -> mock(JavaMigration.class))
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).containsOnlyOnce("although there is the Java migration 'v9Waiting'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "off"})
    void doesNothingWhenDisabledAndSaysSoOnce(String value, CapturedOutput output) {
        application
                .withPropertyValues("migratedb.enabled=" + value)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(MigrateDb.class)
                        .doesNotHaveBean(MigrateDbMigrationInitializer.class)
                        .doesNotHaveBean(MigrateDbProperties.class));
        assertThat(output).containsOnlyOnce("MigrateDB is switched off by 'migratedb.enabled'");
    }

    @Test
    void saysWhenDisabledAlsoWithLazyInitialization(CapturedOutput output) {
        application
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .withPropertyValues("migratedb.enabled=false")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).containsOnlyOnce("MigrateDB is switched off by 'migratedb.enabled'");
    }

    @Test
    void backsOffFromAnEngineOfTheApplicationAndRunsIt() {
        List<MigrateDb> migrated = new ArrayList<>();
        MigrateDb own = MigrateDb.configure()
                .dataSource(new DriverManagerDataSource("jdbc:h2:mem:own"))
                .load();
        application
                .withBean("strategy", MigrateDbMigrationStrategy.class, () -> migrated::add)
                .withBean("own", MigrateDb.class, () -> own)
                .run(context -> {
                    assertThat(context).getBean(MigrateDb.class).isSameAs(own);
                    assertThat(migrated).containsExactly(own);
                });
    }

    @Test
    void runsAnEngineOfTheApplicationAlsoWithoutADataSourceBean() {
        List<MigrateDb> migrated = new ArrayList<>();
        MigrateDb own = MigrateDb.configure()
                .dataSource(new DriverManagerDataSource("jdbc:h2:mem:own"))
                .load();
        withoutDataSource
                .withBean("strategy", MigrateDbMigrationStrategy.class, () -> migrated::add)
                .withBean("own", MigrateDb.class, () -> own)
                .run(context -> assertThat(migrated).containsExactly(own));
    }

    @Test
    void runsSeveralEnginesOfTheApplicationInTheirOrder() {
        List<MigrateDb> migrated = new ArrayList<>();
        application
                .withBean("strategy", MigrateDbMigrationStrategy.class, () -> migrated::add)
                .withUserConfiguration(TwoEngines.class)
                .run(context -> assertThat(migrated)
                        .containsExactly(
                                context.getBean("first", MigrateDb.class), context.getBean("second", MigrateDb.class)));
    }

    @Test
    void leavesTheMigrationToAStrategyAndCallsItOnce() {
        List<MigrateDb> migrated = new ArrayList<>();
        application
                .withBean("strategy", MigrateDbMigrationStrategy.class, () -> migrated::add)
                .run(context -> assertThat(migrated).containsExactly(context.getBean(MigrateDb.class)));
    }

    @Test
    void saysThatTheMigrationIsLeftToAStrategy(CapturedOutput output) {
        configured.run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .containsOnlyOnce("The migration is left to the MigrateDbMigrationStrategy of the application");
    }

    @Test
    void callsCustomizersInOrderAfterPropertiesAndBeans() {
        JavaMigration migration = mock(JavaMigration.class);
        configured
                .withPropertyValues("migratedb.table=from_property", "migratedb.installed-by=from_property")
                .withBean("migration", JavaMigration.class, () -> migration)
                .withUserConfiguration(TwoCustomizers.class)
                .run(context -> {
                    assertThat(configuration(context).history().table()).isEqualTo("from_last_customizer");
                    assertThat(configuration(context).history().installedBy()).isEqualTo("from_property");
                    assertThat(configuration(context).extensions().javaMigrations())
                            .containsExactly(migration);
                });
    }

    @Test
    void collectsMigrationAndCallbackBeans() {
        configured.withUserConfiguration(TakingPart.class).run(context -> {
            assertThat(configuration(context).extensions().javaMigrations())
                    .containsExactly(context.getBean(JavaMigration.class));
            assertThat(ofTheApplication(context)).hasSize(2);
        });
    }

    @Test
    void givesCallbacksTheOrderOfTheMethodsThatDefineThem() {
        configured
                .withUserConfiguration(TakingPart.class)
                .run(context -> assertThat(
                                ofTheApplication(context).stream().sorted(AnnotationAwareOrderComparator.INSTANCE))
                        .extracting(Callback::getCallbackName)
                        .containsExactly("first", "second"));
    }

    @Test
    void tellsTheClassBehindACallbackThatIsOrderedByItsDefinition() {
        configured
                .withUserConfiguration(TakingPart.class)
                .run(context -> assertThat(ofTheApplication(context))
                        .allSatisfy(callback -> assertThat(((DecoratingProxy) callback).getDecoratedClass())
                                .isEqualTo(Named.class)));
    }

    @Test
    void handsOnACallbackAsItIsWhereItsDefinitionHasNoOrder() {
        Callback callback = new Named("plain");
        configured
                .withBean(Callback.class, () -> callback)
                .run(context -> assertThat(ofTheApplication(context)).containsExactly(callback));
    }

    @Test
    void leavesOutBeansThatAreNoCandidates() {
        configured
                .withBean(
                        "aside",
                        Callback.class,
                        () -> new Named("aside"),
                        definition -> definition.setAutowireCandidate(false))
                .run(context -> assertThat(ofTheApplication(context)).isEmpty());
    }

    @Test
    void findsLocationsByTheResourceLoaderOfTheApplication() {
        configured.run(context -> assertThat(configuration(context).locations().resourceLoader())
                .isSameAs(context.getSourceApplicationContext()));
    }

    @Test
    void keepsHibernateFromManagingTheSchemaThatIsMigrated() {
        configured.run(context -> assertThat(context.getBean(SchemaManagementProvider.class)
                        .getSchemaManagement(context.getBean(DataSource.class)))
                .isEqualTo(SchemaManagement.MANAGED));
    }

    @Test
    void leavesASchemaToHibernateThatIsNotMigrated() {
        configured.run(context -> assertThat(context.getBean(SchemaManagementProvider.class)
                        .getSchemaManagement(new DriverManagerDataSource("jdbc:h2:mem:another")))
                .isEqualTo(SchemaManagement.UNMANAGED));
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoEngines {

        @Bean
        @Order(2)
        MigrateDb second() {
            return engine("second");
        }

        @Bean
        @Order(1)
        MigrateDb first() {
            return engine("first");
        }

        private static MigrateDb engine(String name) {
            return MigrateDb.configure()
                    .dataSource(new DriverManagerDataSource("jdbc:h2:mem:" + name))
                    .load();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoCustomizers {

        @Bean
        @Order(2)
        MigrateDbCustomizer last() {
            return builder -> builder.table("from_last_customizer");
        }

        @Bean
        @Order(1)
        MigrateDbCustomizer first() {
            return builder -> builder.table("from_first_customizer");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TakingPart {

        @Bean
        JavaMigration migration() {
            return mock(JavaMigration.class);
        }

        @Bean
        @Order(2)
        Callback second() {
            return new Named("second");
        }

        @Bean
        @Order(1)
        Callback first() {
            return new Named("first");
        }
    }

    record Named(String getCallbackName) implements Callback {

        @Override
        public boolean supports(Event event, CallbackContext context) {
            return false;
        }

        @Override
        public void handle(Event event, CallbackContext context) {}
    }

    private static List<Callback> ofTheApplication(ApplicationContext context) {
        return configuration(context).extensions().callbacks().stream()
                .filter(callback -> !(callback instanceof RunObserver))
                .toList();
    }
}
