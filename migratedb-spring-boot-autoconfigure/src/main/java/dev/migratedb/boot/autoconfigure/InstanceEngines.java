package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.util.StringUtils;

/** Makes the beans of instances. */
final class InstanceEngines {

    static final String BEAN_NAME = "migrateDbInstanceEngines";

    private final Instances instances;
    private final ConfigurableListableBeanFactory beanFactory;
    private final ApplicationContext context;
    private final ObjectProvider<DataSource> marked;

    InstanceEngines(
            Instances instances,
            ConfigurableListableBeanFactory beanFactory,
            ApplicationContext context,
            ObjectProvider<DataSource> marked) {
        this.instances = instances;
        this.beanFactory = beanFactory;
        this.context = context;
        this.marked = marked;
    }

    /** The engine of an instance. */
    MigrateDb engine(String name) {
        Instance instance = instances.get(name);
        return new EngineFactory(beanFactory, context)
                .of(instance, beanFactory.getBean(instance.databaseBean(), MigrationDataSource.class));
    }

    /** The database of an instance: that of the bean that is named, else that of the URL, else that of the application. */
    MigrationDataSource database(String name) {
        Instance instance = instances.get(name);
        String named = instance.properties().getDataSource();
        return StringUtils.hasText(named) ? named(instance, named) : unnamed(instance);
    }

    private MigrationDataSource named(Instance instance, String beanName) {
        if (instance.own().url() && StringUtils.hasText(instance.properties().getUrl())) {
            throw new SetupException(
                    "Instance '" + instance.name() + "' has both '" + instance.key() + ".data-source' and '"
                            + instance.key() + ".url'.",
                    "Remove one of the two properties.");
        }
        return new DataSourceChoice(
                        null,
                        dataSource(instance, beanName),
                        null,
                        new DetailsWithoutUrl(instance),
                        instance.properties().getJdbcProperties(),
                        instance.key(),
                        beanFactory,
                        context.getEnvironment())
                .choose();
    }

    private DataSource dataSource(Instance instance, String beanName) {
        String[] candidates = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, DataSource.class);
        if (!Arrays.asList(candidates).contains(beanName)) {
            throw new SetupException(
                    "'" + instance.key() + ".data-source' is '" + beanName
                            + "', and there is no DataSource bean of that name.",
                    candidates.length == 0
                            ? "Define one, or set '" + instance.key() + ".url'."
                            : "Use one of these: " + String.join(", ", candidates) + ".");
        }
        return beanFactory.getBean(beanName, DataSource.class);
    }

    private MigrationDataSource unnamed(Instance instance) {
        DataSource ofMigrations = marked.getIfAvailable();
        ObjectProvider<DataSource> application = beanFactory.getBeanProvider(DataSource.class);
        return new DataSourceChoice(
                        null,
                        ofMigrations == null ? application.getIfUnique() : ofMigrations,
                        beanFactory.getBeanProvider(JdbcConnectionDetails.class).getIfUnique(),
                        details(instance),
                        instance.properties().getJdbcProperties(),
                        instance.key(),
                        beanFactory,
                        context.getEnvironment())
                .choose();
    }

    /** What the application is told of its database by others, such as a container, is a default like its own properties. */
    private MigrateDbConnectionDetails details(Instance instance) {
        MigrateDbConnectionDetails ofApplication = instance.own().url()
                ? null
                : beanFactory.getBeanProvider(MigrateDbConnectionDetails.class).getIfUnique();
        return ofApplication == null ? new PropertiesMigrateDbConnectionDetails(instance.properties()) : ofApplication;
    }

    /** A URL that all instances have by default does not count where one has a bean, and neither does who connects to it. */
    private record DetailsWithoutUrl(Instance instance) implements MigrateDbConnectionDetails {

        @Override
        public @Nullable String getJdbcUrl() {
            return null;
        }

        @Override
        public @Nullable String getUsername() {
            return counts() ? instance.properties().getUser() : null;
        }

        @Override
        public @Nullable String getPassword() {
            return counts() ? instance.properties().getPassword() : null;
        }

        @Override
        public @Nullable String getDriverClassName() {
            return counts() ? instance.properties().getDriverClassName() : null;
        }

        private boolean counts() {
            return instance.own().user()
                    || !StringUtils.hasText(instance.properties().getUrl());
        }
    }
}
