package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;

/** Builds engines from properties and beans. */
final class EngineFactory {

    /** How the bean of the engine is called that has no name. */
    static final String UNNAMED = "migrateDb";

    private final ConfigurableListableBeanFactory beanFactory;
    private final ApplicationContext context;

    EngineFactory(ConfigurableListableBeanFactory beanFactory, ApplicationContext context) {
        this.beanFactory = beanFactory;
        this.context = context;
    }

    /** The only engine of an application. */
    MigrateDb unnamed(EngineProperties properties, MigrationDataSource database) {
        return build(null, properties, database);
    }

    /** That of an instance. */
    MigrateDb of(Instance instance, MigrationDataSource database) {
        return build(instance, instance.properties(), database);
    }

    private MigrateDb build(@Nullable Instance instance, EngineProperties properties, MigrationDataSource database) {
        MigrateDb.Builder builder = MigrateDb.configure()
                .resourceLoader(context)
                .dataSource(database.dataSource())
                .joinedDataSources(database.joined().toArray(DataSource[]::new));
        Participants participants = new Participants(beanFactory, instance);
        try {
            if (instance != null) {
                builder.instance(instance.name());
            }
            PropertySettings.apply(properties, builder);
            builder.javaMigrations(participants.javaMigrations());
            builder.callbacks(participants.callbacks(instance == null ? UNNAMED : instance.name()));
            builder.resolvers(participants.resolvers());
            participants.customizers().forEach(customizer -> customizer.customize(builder));
            return builder.load();
        } catch (MigrateDbException ex) {
            throw ex.errorCode() == ErrorCode.CONFIGURATION
                    ? WrongProperty.explained(ex, context.getEnvironment(), instance)
                    : ex;
        }
    }
}
