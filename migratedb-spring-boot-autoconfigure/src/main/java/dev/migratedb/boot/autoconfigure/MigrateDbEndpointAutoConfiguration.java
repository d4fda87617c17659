package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for {@link MigrateDbEndpoint}. */
@AutoConfiguration(after = MigrateDbAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(MigrateDbEndpoint.class)
@EnableConfigurationProperties(MigrateDbProperties.class)
public final class MigrateDbEndpointAutoConfiguration {

    @Bean
    @ConditionalOnBean(MigrateDb.class)
    @ConditionalOnMissingBean
    MigrateDbEndpoint migrateDbEndpoint(ApplicationContext context, MigrateDbProperties properties) {
        Set<MigrateDbProperties.Endpoint.Operation> allowed =
                EnumSet.noneOf(MigrateDbProperties.Endpoint.Operation.class);
        allowed.addAll(properties.getEndpoint().getWriteOperations());
        return new MigrateDbEndpoint(context, allowed);
    }
}
