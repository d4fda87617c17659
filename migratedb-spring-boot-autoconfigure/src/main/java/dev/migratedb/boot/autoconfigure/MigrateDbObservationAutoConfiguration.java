package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Auto-configuration for what Micrometer is told of migrations, where the application has it. */
@AutoConfiguration(after = MigrateDbAutoConfiguration.class)
@ConditionalOnBean(MigrateDb.class)
@EnableConfigurationProperties(MigrateDbProperties.class)
public final class MigrateDbObservationAutoConfiguration {

    /** There is an API for observations. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    static class ObservationConfiguration {

        @Bean
        EngineObservers migrateDbObservations(
                ObjectProvider<ObservationRegistry> registry,
                MigrateDbProperties properties,
                ObjectProvider<Instances> instances) {
            Instances named = instances.getIfAvailable(Instances::none);
            return new MigrationObservations(
                    () -> registry.getIfAvailable(() -> ObservationRegistry.NOOP),
                    name -> named.propertiesOf(name)
                            .orElse(properties)
                            .getObservation()
                            .isStatements());
        }
    }

    /** There are meters. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({MeterRegistry.class, MeterBinder.class})
    static class GaugeConfiguration {

        @Bean
        MeterBinder migrateDbGauges(Map<String, MigrateDb> engines) {
            return new MigrationGauges(Instance.byName(engines), Clock.systemUTC());
        }
    }
}
