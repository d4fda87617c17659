package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.configuration.HistorySettings;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.RunSettings;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Builds engines from properties and beans. */
final class EngineFactory {

    /** How the bean of the engine is called that has no name. */
    static final String UNNAMED = "migrateDb";

    /** How the bean is called that tells the database of that engine. */
    static final String DATABASE = "migrateDbMigrationDataSource";

    private static final String AFTER_STARTUP = "_after_startup";

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

    /**
     * That which stands beside another one, for what runs after the start. Customizers have made that other one, and do not see
     * this one.
     */
    MigrateDb afterStartup(AfterStartupEngines.Phase phase) {
        MigrationDataSource database = beanFactory.getBean(phase.databaseBean(), MigrationDataSource.class);
        Participants participants = new Participants(beanFactory, phase.instance());
        return loaded(phase.instance(), () -> {
            MigrateDb.Builder builder = withoutMigrations(phase, database)
                    .javaMigrations(participants.markedMigrations())
                    // callbacks of the application have been called already, and an afterMigrate is not to be called
                    // twice
                    .callbacks(participants.observers(phase.name()));
            PlatformTransactionManager transactionManager = participants.transactionManager(database);
            return transactionManager == null
                    ? builder
                    : builder.applicationTransactions(transactionManager, database.ofApplication());
        });
    }

    /** The same for who only reads its history, and creates none of the migrations. */
    MigrateDb historyAfterStartup(AfterStartupEngines.Phase phase) {
        MigrationDataSource database = beanFactory.getBean(phase.databaseBean(), MigrationDataSource.class);
        return loaded(
                phase.instance(),
                () -> withoutMigrations(phase, database)
                        // what nobody has looked for is not missing
                        .ignoreMigrationPatterns("*:missing", "*:future"));
    }

    private MigrateDb.Builder withoutMigrations(AfterStartupEngines.Phase phase, MigrationDataSource database) {
        RunSettings first =
                beanFactory.getBean(phase.engineBean(), MigrateDb.class).settings();
        MigrateDb.Builder builder = unconfigured(phase.instance(), database);
        PropertySettings.applyAllButFiles(phase.properties(), builder);
        return builder.locations()
                .callbackLocations()
                .schemas(first.schemas().toArray(String[]::new))
                .defaultSchema(first.defaultSchema())
                .table(first.table() + AFTER_STARTUP)
                // the schema has been migrated, and these versions are about something else
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .adopt(HistorySettings.Adopt.OFF)
                .target("latest")
                .cherryPick()
                .group(false)
                .foundClasses(found -> false)
                .skipDefaultResolvers(true)
                .skipDefaultCallbacks(true);
    }

    private MigrateDb build(@Nullable Instance instance, EngineProperties properties, MigrationDataSource database) {
        Participants participants = new Participants(beanFactory, instance);
        return loaded(instance, () -> {
            PropertySettings.check(properties.getWait());
            MigrateDb.Builder builder = unconfigured(instance, database);
            PropertySettings.apply(properties, builder);
            builder.javaMigrations(participants.javaMigrations())
                    .callbacks(participants.callbacks(instance == null ? UNNAMED : instance.name()))
                    .foundClasses(participants.isNoBean())
                    .resolvers(participants.resolvers());
            participants.customizers().forEach(customizer -> customizer.customize(builder));
            return builder;
        });
    }

    private MigrateDb.Builder unconfigured(@Nullable Instance instance, MigrationDataSource database) {
        MigrateDb.Builder builder = MigrateDb.configure()
                .resourceLoader(context)
                .dataSource(database.dataSource())
                .joinedDataSources(database.joined().toArray(DataSource[]::new));
        if (instance != null) {
            builder.instance(instance.name());
        }
        return builder;
    }

    private MigrateDb loaded(@Nullable Instance instance, Supplier<MigrateDb.Builder> builder) {
        try {
            return builder.get().load();
        } catch (SetupException ex) {
            throw ex;
        } catch (MigrateDbException ex) {
            throw ex.errorCode() == ErrorCode.CONFIGURATION
                    ? WrongProperty.explained(ex, context.getEnvironment(), instance)
                    : ex;
        }
    }
}
