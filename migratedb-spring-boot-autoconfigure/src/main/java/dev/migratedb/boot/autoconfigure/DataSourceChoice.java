package dev.migratedb.boot.autoconfigure;

import dev.migratedb.boot.autoconfigure.OwnDataSource.Login;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * Chooses the database to migrate: the marked {@code DataSource}, else the URL for migrations, else the application's
 * {@code DataSource} with the user for migrations, else the application's {@code DataSource}; where there is none, the database that
 * R2DBC is told of.
 */
final class DataSourceChoice {

    /** The prefix of the properties of an engine that has no name. */
    static final String MIGRATEDB = "migratedb";

    private final @Nullable DataSource marked;
    private final @Nullable DataSource application;
    private final @Nullable JdbcConnectionDetails applicationDetails;
    private final MigrateDbConnectionDetails details;
    private final Map<String, String> jdbcProperties;
    private final String prefix;
    private final ListableBeanFactory beanFactory;
    private final Environment environment;

    /**
     * Creates the choice.
     *
     * @param marked for migrations; null if none is
     * @param application that of the application; null if there is none, or more than one
     * @param applicationDetails where that connects; null if it is not known
     * @param details how to connect for migrations
     * @param jdbcProperties for the driver
     * @param prefix of the properties that errors name
     */
    DataSourceChoice(
            @Nullable DataSource marked,
            @Nullable DataSource application,
            @Nullable JdbcConnectionDetails applicationDetails,
            MigrateDbConnectionDetails details,
            Map<String, String> jdbcProperties,
            String prefix,
            ListableBeanFactory beanFactory,
            Environment environment) {
        this.marked = marked;
        this.application = application;
        this.applicationDetails = applicationDetails;
        this.details = details;
        this.jdbcProperties = jdbcProperties;
        this.prefix = prefix;
        this.beanFactory = beanFactory;
        this.environment = environment;
    }

    MigrationDataSource choose() {
        MigrationDataSource chosen = chosen();
        boolean foreign = chosen.dataSource() == marked || chosen.dataSource() == application;
        if (foreign && !jdbcProperties.isEmpty()) {
            throw new SetupException(
                    "Property " + key("jdbc-properties")
                            + " has no effect on a DataSource that MigrateDB does not make.",
                    "Set " + key("url") + " or " + key("user")
                            + " too, or set the properties where the DataSource is defined.");
        }
        return chosen;
    }

    private MigrationDataSource chosen() {
        if (marked != null) {
            return new MigrationDataSource(marked, marked == application ? application : null);
        }
        String url = details.getJdbcUrl();
        String user = details.getUsername();
        if (StringUtils.hasText(url)) {
            return new MigrationDataSource(
                    connecting(url, this::login, details.getDriverClassName()),
                    isApplications(url) ? application : null);
        }
        if (!StringUtils.hasText(user) && StringUtils.hasText(details.getPassword())) {
            throw new SetupException(
                    "Property " + key("password") + " has no effect without " + key("user") + ".",
                    "Set " + key("user") + " too, or remove the password.");
        }
        if (application != null) {
            return new MigrationDataSource(
                    StringUtils.hasText(user)
                            ? connecting(url(application), this::login, details.getDriverClassName())
                            : application,
                    application);
        }
        if (beanFactory.getBeanNamesForType(DataSource.class).length > 0) {
            throw ambiguous();
        }
        if (applicationDetails != null) {
            return new MigrationDataSource(connecting(applicationDetails, user), null);
        }
        R2dbcUrl reactive = R2dbcUrl.of(environment);
        if (reactive != null) {
            return new MigrationDataSource(connecting(reactive, user), null);
        }
        throw ambiguous();
    }

    private Login login() {
        return new Login(details.getUsername(), details.getPassword());
    }

    private boolean isApplications(String url) {
        return applicationDetails != null && url.equals(applicationDetails.getJdbcUrl());
    }

    private String url(DataSource from) {
        Exception unable = null;
        try {
            String url = DataSourceBuilder.derivedFrom(from)
                    .type(SimpleDriverDataSource.class)
                    .build()
                    .getUrl();
            if (url != null) {
                return url;
            }
        } catch (RuntimeException ex) {
            unable = ex;
        }
        throw new SetupException(
                "Property " + key("user") + " is set, but the application's DataSource ("
                        + from.getClass().getName() + ") does not tell its URL.",
                "Set " + key("url") + " too, or define a DataSource bean that is annotated with @MigrateDbDataSource.",
                unable);
    }

    private DataSource connecting(JdbcConnectionDetails to, @Nullable String user) {
        return StringUtils.hasText(user)
                ? connecting(to.getJdbcUrl(), this::login, details.getDriverClassName())
                : connecting(
                        to.getJdbcUrl(), () -> new Login(to.getUsername(), to.getPassword()), to.getDriverClassName());
    }

    private DataSource connecting(R2dbcUrl to, @Nullable String user) {
        return connecting(
                to.jdbcUrl(),
                StringUtils.hasText(user) ? this::login : () -> new Login(to.user(), to.password()),
                details.getDriverClassName());
    }

    /** A run needs one connection, or two: a pool would only be in the way. */
    private DataSource connecting(String url, Supplier<Login> login, @Nullable String driverClassName) {
        return new OwnDataSource(connecting(url, driverClassName), login);
    }

    private DataSource connecting(String url, @Nullable String driverClassName) {
        if (!StringUtils.hasText(driverClassName) && DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.UNKNOWN) {
            DriverManagerDataSource byUrl = new DriverManagerDataSource(url);
            byUrl.setConnectionProperties(driverProperties());
            return byUrl;
        }
        DataSourceBuilder<SimpleDriverDataSource> builder =
                DataSourceBuilder.create().type(SimpleDriverDataSource.class).url(url);
        if (StringUtils.hasText(driverClassName)) {
            builder.driverClassName(driverClassName);
        }
        try {
            SimpleDriverDataSource byDriver = builder.build();
            byDriver.setConnectionProperties(driverProperties());
            return byDriver;
        } catch (RuntimeException ex) {
            throw new SetupException(
                    "The JDBC driver "
                            + (StringUtils.hasText(driverClassName)
                                    ? driverClassName
                                    : DatabaseDriver.fromJdbcUrl(url).getDriverClassName())
                            + " for the migrations cannot be used: " + ex.getMessage() + ".",
                    "Add the driver to the dependencies of the application, or correct " + key("driver-class-name")
                            + " or " + key("url") + ".",
                    ex);
        }
    }

    private Properties driverProperties() {
        Properties driverProperties = new Properties();
        driverProperties.putAll(jdbcProperties);
        return driverProperties;
    }

    private String key(String name) {
        return "'" + prefix + "." + name + "'";
    }

    private SetupException ambiguous() {
        String[] candidates = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, DataSource.class);
        String found = candidates.length == 0
                ? "there is no DataSource bean."
                : "there are " + candidates.length + " DataSource beans (" + String.join(", ", candidates)
                        + "), and none of them is primary.";
        if (prefix.equals(MIGRATEDB)) {
            return new SetupException(
                    "MigrateDB does not know which database to migrate: " + found,
                    candidates.length == 0
                            ? "Define one, or set 'migratedb.url'."
                            : "Annotate one with @MigrateDbDataSource or @Primary, or set 'migratedb.url'.");
        }
        return new SetupException(
                "MigrateDB does not know which database to migrate for '" + prefix + "': " + found,
                "Set " + key("data-source") + " to the name of a DataSource bean, or set " + key("url") + ".");
    }
}
