package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.boot.autoconfigure.people.Person;
import dev.migratedb.boot.autoconfigure.people.PersonRepository;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Several engines of one application, told apart by whoever watches them, and beside JPA. */
class WatchedInstancesTests {

    private final String orders = h2();
    private final String billing = h2();

    private final ApplicationContextRunner application = Applications.withJdbc()
            .withConfiguration(AutoConfigurations.of(
                    MigrateDbEndpointAutoConfiguration.class,
                    MigrateDbHealthContributorAutoConfiguration.class,
                    MigrateDbObservationAutoConfiguration.class))
            .withPropertyValues(
                    "management.endpoints.web.exposure.include=migratedb",
                    "migratedb.instances.orders.url=" + orders,
                    "migratedb.instances.billing.url=" + billing,
                    "migratedb.instances.billing.mode=off");

    private static String h2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    @Test
    void theEndpointShowsEachByItsName() {
        application.run(context -> {
            var engines = context.getBean(MigrateDbEndpoint.class)
                    .migrations()
                    .contexts()
                    .values()
                    .iterator()
                    .next()
                    .migrateDbBeans();
            assertThat(engines).containsOnlyKeys("orders", "billing");
            assertThat(engines.get("orders").pending()).isZero();
            assertThat(engines.get("billing").pending()).isOne();
        });
    }

    @Test
    void theHealthOfEachIsTold() {
        application.run(context -> {
            CompositeHealthContributor health =
                    context.getBean("migratedbHealthContributor", CompositeHealthContributor.class);
            assertThat(health.getContributor("orders")).isNotNull();
            assertThat(health.getContributor("billing")).isNotNull();
        });
    }

    @Test
    void theGaugesOfEachAreCounted() {
        application.run(context -> {
            MeterRegistry registry = new SimpleMeterRegistry();
            context.getBean("migrateDbGauges", MeterBinder.class).bindTo(registry);
            assertThat(gauge(registry, "orders", "success")).isOne();
            assertThat(gauge(registry, "billing", "success")).isZero();
            assertThat(gauge(registry, "billing", "pending")).isOne();
        });
    }

    private static double gauge(MeterRegistry registry, String instance, String state) {
        return registry.get("migratedb.migrations")
                .tag("instance", instance)
                .tag("state", state)
                .gauge()
                .value();
    }

    @Test
    void jpaFindsItsTablesWhileAnotherInstanceHasADatabaseOfItsOwn() {
        String second = h2();
        Applications.withJpa()
                .withBean(
                        "archive",
                        DriverManagerDataSource.class,
                        () -> new DriverManagerDataSource(second),
                        definition -> definition.setAutowireCandidate(true))
                .withBean(
                        "main",
                        DriverManagerDataSource.class,
                        () -> new DriverManagerDataSource(orders),
                        definition -> definition.setPrimary(true))
                .withPropertyValues(
                        "migratedb.instances.main.primary=true", "migratedb.instances.archive.data-source=archive")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    context.getBean(PersonRepository.class).save(new Person(1, "Ada"));
                    assertThat(count(orders)).isOne();
                    assertThat(count(second)).isZero();
                });
    }

    private static int count(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url))
                .sql("select count(*) from person")
                .query(Integer.class)
                .single();
    }
}
