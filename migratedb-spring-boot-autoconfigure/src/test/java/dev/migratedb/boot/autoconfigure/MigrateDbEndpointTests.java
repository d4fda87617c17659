package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.MigrateDbEndpoint.EngineDescriptor;
import dev.migratedb.boot.autoconfigure.MigrateDbEndpoint.OperationDescriptor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The endpoint of the actuator. */
class MigrateDbEndpointTests {

    private final ApplicationContextRunner application = Applications.withJdbc()
            .withConfiguration(AutoConfigurations.of(MigrateDbEndpointAutoConfiguration.class))
            .withPropertyValues(
                    "management.endpoints.web.exposure.include=migratedb",
                    "management.endpoints.jmx.exposure.include=migratedb");

    @Test
    void tellsWhereEachMigrationStands() {
        application.run(context -> {
            EngineDescriptor engine = engine(context.getBean(MigrateDbEndpoint.class), context.getId());
            assertThat(engine.version()).isEqualTo("1");
            assertThat(engine.pending()).isZero();
            assertThat(engine.migrations()).singleElement().satisfies(migration -> {
                assertThat(migration.script()).isEqualTo("V1__Create_person.sql");
                assertThat(migration.state()).isEqualTo("Success");
                assertThat(migration.installedOn()).isNotNull();
            });
        });
    }

    @Test
    void tellsWhatIsPendingWhereNothingRanAtStartup() {
        application.withPropertyValues("migratedb.mode=off").run(context -> {
            EngineDescriptor engine = engine(context.getBean(MigrateDbEndpoint.class), context.getId());
            assertThat(engine.version()).isNull();
            assertThat(engine.pending()).isOne();
        });
    }

    @Test
    void refusesWhatIsNotAllowed() {
        application.run(context -> assertThatExceptionOfType(InvalidEndpointRequestException.class)
                .isThrownBy(() -> context.getBean(MigrateDbEndpoint.class).run("repair", null))
                .satisfies(ex -> assertThat(ex.getReason()).contains("migratedb.endpoint.write-operations")));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        application
                .withPropertyValues("migratedb.endpoint.write-operations=validate,repair,undo")
                .run(context -> assertThatExceptionOfType(InvalidEndpointRequestException.class)
                        .isThrownBy(
                                () -> context.getBean(MigrateDbEndpoint.class).run("clean", null))
                        .satisfies(ex -> assertThat(ex.getReason()).contains("validate, repair and undo")));
    }

    @Test
    void runsWhatIsAllowed() {
        application
                .withPropertyValues("migratedb.endpoint.write-operations=validate,repair")
                .run(context -> {
                    MigrateDbEndpoint endpoint = context.getBean(MigrateDbEndpoint.class);
                    assertThat(endpoint.run("validate", null).problems()).isEmpty();
                    assertThat(endpoint.run("repair", "migrateDb").migrations()).isEmpty();
                });
    }

    @Test
    void tellsOfTheOtherEnginesWhereADatabaseIsDown() {
        application
                .withPropertyValues(
                        "migratedb.instances.orders.url=jdbc:h2:mem:endpoint-orders;DB_CLOSE_DELAY=-1",
                        "migratedb.instances.billing.url=jdbc:postgresql://localhost:1/billing",
                        "migratedb.instances.billing.mode=off")
                .run(context -> {
                    Map<String, EngineDescriptor> engines = context.getBean(MigrateDbEndpoint.class)
                            .migrations()
                            .contexts()
                            .get(context.getId())
                            .migrateDbBeans();
                    assertThat(engines.get("orders").version()).isEqualTo("1");
                    assertThat(engines.get("orders").error()).isNull();
                    assertThat(engines.get("billing").pending()).isNull();
                    assertThat(engines.get("billing").migrations()).isEmpty();
                    assertThat(engines.get("billing").error()).startsWith("No connection to the database");
                });
    }

    @Test
    void tellsWhyAnOperationFailed() {
        application
                .withPropertyValues("migratedb.endpoint.write-operations=undo")
                .run(context -> {
                    OperationDescriptor undo =
                            context.getBean(MigrateDbEndpoint.class).run("undo", null);
                    assertThat(undo.migrations()).isEmpty();
                    assertThat(undo.problems()).singleElement().asString().contains("version 1");
                });
    }

    @Test
    void namesTheEnginesWhereThereIsNoneOfThatName() {
        application
                .withPropertyValues("migratedb.endpoint.write-operations=validate")
                .run(context -> assertThatExceptionOfType(InvalidEndpointRequestException.class)
                        .isThrownBy(
                                () -> context.getBean(MigrateDbEndpoint.class).run("validate", "other"))
                        .satisfies(ex -> assertThat(ex.getReason()).contains("migrateDb")));
    }

    @Test
    void tellsOfAnEngineOfTheApplicationAlsoWhereTheStarterIsSwitchedOff() {
        application
                .withConfiguration(AutoConfigurations.of(MigrateDbObservationAutoConfiguration.class))
                .withPropertyValues("migratedb.enabled=false")
                .withBean(
                        "migrateDb",
                        MigrateDb.class,
                        () -> MigrateDb.configure()
                                .dataSource("jdbc:h2:mem:own", "sa", "")
                                .load())
                .run(context -> assertThat(engine(context.getBean(MigrateDbEndpoint.class), context.getId())
                                .pending())
                        .isOne());
    }

    @Test
    void isNotThereWhereItIsNotExposed() {
        Applications.withJdbc()
                .withConfiguration(AutoConfigurations.of(MigrateDbEndpointAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(MigrateDbEndpoint.class));
    }

    private static EngineDescriptor engine(MigrateDbEndpoint endpoint, String context) {
        return endpoint.migrations().contexts().get(context).migrateDbBeans().get("migrateDb");
    }
}
