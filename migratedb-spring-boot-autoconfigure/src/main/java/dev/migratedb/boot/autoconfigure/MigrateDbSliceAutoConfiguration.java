package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.Callback;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.resolver.MigrationResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Auto-configuration of test slices only, such as {@code @JdbcTest}: these leave out the components and configurations of the application, and with them
 * its {@link JavaMigration}s, {@link Callback}s and {@link MigrationResolver}s, without which the database would be another one than
 * that of the application.
 */
@AutoConfiguration(before = MigrateDbAutoConfiguration.class)
@Import(MigrationConfigurations.class)
public final class MigrateDbSliceAutoConfiguration {

    @Bean
    static ComponentsInSlices migrateDbComponentsInSlices(Environment environment, ResourceLoader resourceLoader) {
        return new ComponentsInSlices(environment, resourceLoader);
    }
}
