package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.migratedb.MigrateDb;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What Micrometer is told. */
class MigrateDbObservationTests {

    private final TestObservationRegistry observations = TestObservationRegistry.create();
    private final ApplicationContextRunner application = Applications.withJdbc()
            .withConfiguration(AutoConfigurations.of(MigrateDbObservationAutoConfiguration.class));
    private final ApplicationContextRunner observed =
            application.withBean(ObservationRegistry.class, () -> observations);

    @Test
    void observesTheRunAndTheMigrationInsideOfIt() {
        observed.run(context -> assertThat(context).hasNotFailed());
        TestObservationRegistryAssert.assertThat(observations)
                .hasObservationWithNameEqualTo("migratedb.run")
                .that()
                .hasLowCardinalityKeyValue("instance", "migrateDb")
                .hasLowCardinalityKeyValue("operation", "migrate")
                .hasLowCardinalityKeyValue("outcome", "success")
                .hasBeenStopped();
        TestObservationRegistryAssert.assertThat(observations)
                .hasObservationWithNameEqualTo("migratedb.migration")
                .that()
                .hasParentObservationContextMatching(parent -> parent.getName().equals("migratedb.run"))
                .hasHighCardinalityKeyValue("script", "V1__Create_person.sql")
                .hasBeenStopped();
        TestObservationRegistryAssert.assertThat(observations)
                .doesNotHaveAnyRemainingCurrentObservation()
                .hasNumberOfObservationsWithNameEqualTo("migratedb.statement", 0);
    }

    @Test
    void observesStatementsWhereThatIsAskedFor() {
        observed.withPropertyValues("migratedb.observation.statements=true")
                .run(context -> assertThat(context).hasNotFailed());
        TestObservationRegistryAssert.assertThat(observations)
                .hasObservationWithNameEqualTo("migratedb.statement")
                .that()
                .hasParentObservationContextMatching(parent -> parent.getName().equals("migratedb.migration"))
                .hasBeenStopped();
    }

    @Test
    void tellsTheErrorOfAMigrationAndOfItsRun() {
        observed.withPropertyValues("migratedb.locations=classpath:db/broken")
                .run(context -> assertThat(context).hasFailed());
        for (String name : new String[] {"migratedb.run", "migratedb.migration"}) {
            TestObservationRegistryAssert.assertThat(observations)
                    .hasObservationWithNameEqualTo(name)
                    .that()
                    .hasLowCardinalityKeyValue("outcome", "failure")
                    .hasError()
                    .hasBeenStopped();
        }
        TestObservationRegistryAssert.assertThat(observations).doesNotHaveAnyRemainingCurrentObservation();
    }

    @Test
    void listensToNothingWhereNobodyObserves() {
        application.run(context -> assertThat(context.getBean("migrateDbObservations", EngineObservers.class)
                        .of("migrateDb"))
                .satisfies(callback -> assertThat(Event.values())
                        .noneMatch(event -> callback.supports(event, mock(CallbackContext.class)))));
    }

    @Test
    void countsMigrationsByState() {
        application.withPropertyValues("migratedb.mode=off").run(context -> {
            MeterRegistry registry = new SimpleMeterRegistry();
            context.getBean("migrateDbGauges", MeterBinder.class).bindTo(registry);
            assertThat(gauge(registry, "pending")).isOne();
            assertThat(gauge(registry, "success")).isZero();
        });
        application.run(context -> {
            MeterRegistry registry = new SimpleMeterRegistry();
            context.getBean("migrateDbGauges", MeterBinder.class).bindTo(registry);
            assertThat(gauge(registry, "pending")).isZero();
            assertThat(gauge(registry, "success")).isOne();
        });
    }

    @Test
    void countsNothingWhereTheDatabaseCannotBeAsked() {
        MigrateDb engine = MigrateDb.configure()
                .dataSource("jdbc:postgresql://localhost:1/nothing", "nobody", "nothing")
                .load();
        MeterRegistry registry = new SimpleMeterRegistry();
        new MigrationGauges(Map.of("migrateDb", engine), Clock.systemUTC()).bindTo(registry);
        assertThat(gauge(registry, "pending")).isNaN();
    }

    private static double gauge(MeterRegistry registry, String state) {
        return registry.get("migratedb.migrations")
                .tag("instance", "migrateDb")
                .tag("state", state)
                .gauge()
                .value();
    }
}
