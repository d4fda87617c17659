package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/** An application that has neither the actuator nor Micrometer: nothing of them is missed. */
class WithoutActuatorTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Application.class);

    @Test
    void migratesWithoutThem() {
        application
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.actuate", "org.springframework.boot.health", "io.micrometer"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(MigrateDb.class)
                        .doesNotHaveBean("migrateDbEndpoint")
                        .doesNotHaveBean("migratedbHealthContributor")
                        .doesNotHaveBean("migrateDbObservations")
                        .doesNotHaveBean("migrateDbGauges"));
    }

    @Test
    void hasWhatBelongsToThemWhereTheyAre() {
        application
                .withPropertyValues(
                        "management.endpoints.web.exposure.include=migratedb",
                        "management.endpoints.jmx.exposure.include=migratedb")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasBean("migrateDbEndpoint")
                        .hasBean("migratedbHealthContributor")
                        .hasBean("migrateDbObservations")
                        .hasBean("migrateDbGauges"));
    }

    @Configuration(proxyBeanMethods = false)
    @Import(OnlyOfMigrations.class)
    static class Application {}

    /** Chooses among these as an application chooses among all that it has. */
    static class OnlyOfMigrations extends AutoConfigurationImportSelector {

        @Override
        protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
            return new AnnotationAttributes();
        }

        @Override
        protected Set<String> getExclusions(AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
            return Set.of();
        }

        @Override
        protected List<String> getCandidateConfigurations(
                AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
            return new ArrayList<>(List.of(
                    DataSourceAutoConfiguration.class.getName(),
                    MigrateDbAutoConfiguration.class.getName(),
                    MigrateDbEndpointAutoConfiguration.class.getName(),
                    MigrateDbHealthContributorAutoConfiguration.class.getName(),
                    MigrateDbObservationAutoConfiguration.class.getName()));
        }
    }
}
