package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for the health of migrations; of several engines, each is told apart. */
@AutoConfiguration(after = MigrateDbAutoConfiguration.class)
@ConditionalOnClass({HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("migratedb")
@ConditionalOnBean(MigrateDb.class)
public final class MigrateDbHealthContributorAutoConfiguration
        extends CompositeHealthContributorConfiguration<MigrateDbHealthIndicator, MigrateDb> {

    MigrateDbHealthContributorAutoConfiguration() {
        super(MigrateDbHealthIndicator::new);
    }

    // the name without its ending is that of the component
    @Bean("migratedbHealthContributor")
    @ConditionalOnMissingBean(name = {"migratedbHealthContributor", "migratedbHealthIndicator"})
    HealthContributor migrateDbHealthContributor(Map<String, MigrateDb> engines) {
        return createContributor(Instance.byName(engines));
    }
}
