package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.NO_MIGRATION;
import static dev.migratedb.boot.autoconfigure.Applications.configuration;
import static dev.migratedb.boot.autoconfigure.Applications.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.h2.Driver;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class DataSourceChoiceTests {

    private final ApplicationContextRunner withoutDataSource = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MigrateDbAutoConfiguration.class))
            .withBean("strategy", MigrateDbMigrationStrategy.class, () -> NO_MIGRATION);
    private final ApplicationContextRunner application = withoutDataSource
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.url=jdbc:h2:mem:application",
                    "spring.datasource.username=app",
                    "spring.datasource.password=app-secret");

    @Test
    void takesTheDataSourceOfTheApplication() {
        application.run(context -> {
            assertThat(configuration(context).dataSource()).isSameAs(context.getBean(DataSource.class));
            assertThat(configuration(context).joinedDataSources()).isEmpty();
        });
    }

    @Test
    void takesThePrimaryOneOfSeveral() {
        withoutDataSource
                .withUserConfiguration(OneIsPrimary.class)
                .run(context -> assertThat(configuration(context).dataSource())
                        .isSameAs(context.getBean("primary", DataSource.class)));
    }

    @Test
    void asksWhichOneOfSeveralIsMeant() {
        withoutDataSource
                .withUserConfiguration(NoneIsPrimary.class)
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContainingAll("2 DataSource beans (one, two)", "@MigrateDbDataSource", "@Primary"));
    }

    @Test
    void prefersTheMarkedOneOfSeveral() {
        withoutDataSource
                .withUserConfiguration(OneIsPrimary.class, OneIsMarked.class)
                .run(context -> {
                    assertThat(configuration(context).dataSource())
                            .isSameAs(context.getBean("marked", DataSource.class));
                    assertThat(configuration(context).joinedDataSources()).isEmpty();
                });
    }

    @Test
    void prefersTheMarkedOneToTheProperties() {
        application
                .withUserConfiguration(OneIsMarked.class)
                .withPropertyValues("migratedb.url=jdbc:h2:mem:other", "migratedb.user=migrator")
                .run(context -> assertThat(configuration(context).dataSource())
                        .isSameAs(context.getBean("marked", DataSource.class)));
    }

    @Test
    void takesTheMarkedOneWhereItIsTheOnlyOne() {
        withoutDataSource
                .withUserConfiguration(OneIsMarked.class)
                .run(context -> assertThat(configuration(context).dataSource())
                        .isSameAs(context.getBean("marked", DataSource.class)));
    }

    @Test
    void leavesTheApplicationsOwnDataSourceAloneWhereAnotherIsMarked() {
        application.withUserConfiguration(OneIsMarkedAside.class).run(context -> {
            assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
            assertThat(configuration(context).dataSource()).isSameAs(context.getBean("marked", DataSource.class));
        });
    }

    @Test
    void connectsToTheUrlForMigrationsWithoutAnyDataSource() {
        withoutDataSource
                .withPropertyValues(
                        "migratedb.url=jdbc:h2:mem:other",
                        "migratedb.user=migrator",
                        "migratedb.password=migrator-secret")
                .run(context -> assertThat(simple(configuration(context).dataSource()))
                        .isEqualTo(new Connecting("jdbc:h2:mem:other", "migrator", "migrator-secret")));
    }

    @Test
    void connectsToTheUrlForMigrationsAndLeavesTheApplicationOutOfItsTransactions() {
        application.withPropertyValues("migratedb.url=jdbc:h2:mem:other").run(context -> {
            assertThat(simple(configuration(context).dataSource()))
                    .isEqualTo(new Connecting("jdbc:h2:mem:other", null, null));
            assertThat(configuration(context).joinedDataSources()).isEmpty();
        });
    }

    @Test
    void joinsTheApplicationWhereTheUrlForMigrationsIsItsOwn() {
        application
                .withPropertyValues("migratedb.url=jdbc:h2:mem:application", "migratedb.user=migrator")
                .run(context -> {
                    assertThat(simple(configuration(context).dataSource()))
                            .isEqualTo(new Connecting("jdbc:h2:mem:application", "migrator", null));
                    assertThat(configuration(context).joinedDataSources())
                            .containsExactly(context.getBean(DataSource.class));
                });
    }

    @Test
    void usesTheDriverThatIsNamed() {
        withoutDataSource
                .withPropertyValues(
                        "migratedb.url=jdbc:h2:mem:other", "migratedb.driver-class-name=" + NamedDriver.class.getName())
                .run(context -> assertThat(target(configuration(context).dataSource(), SimpleDriverDataSource.class)
                                .getDriver())
                        .isInstanceOf(NamedDriver.class));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:other, no.such.Driver, no.such.Driver",
        "jdbc:h2:mem:other, java.lang.String, java.lang.String",
        "jdbc:oracle:thin:@//localhost/x, '', oracle.jdbc.OracleDriver"
    })
    void saysWhichDriverCannotBeUsed(String url, String driver, String named) {
        withoutDataSource
                .withPropertyValues("migratedb.url=" + url, "migratedb.driver-class-name=" + driver)
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContainingAll(
                                "JDBC driver " + named, "'migratedb.driver-class-name'", "'migratedb.url'"));
    }

    @Test
    void leavesAnUnknownKindOfUrlToTheDriverManager() {
        withoutDataSource
                .withPropertyValues("migratedb.url=jdbc:whatever:x", "migratedb.user=migrator")
                .run(context -> {
                    DataSource own = configuration(context).dataSource();
                    assertThat(target(own, DriverManagerDataSource.class).getUrl())
                            .isEqualTo("jdbc:whatever:x");
                    assertThat(((OwnDataSource) own).login().user()).isEqualTo("migrator");
                });
    }

    @Test
    void connectsToTheApplicationsDatabaseAsAnotherUserAndJoinsTheApplication() {
        application
                .withPropertyValues("migratedb.user=migrator", "migratedb.password=migrator-secret")
                .run(context -> {
                    assertThat(simple(configuration(context).dataSource()))
                            .isEqualTo(new Connecting("jdbc:h2:mem:application", "migrator", "migrator-secret"));
                    assertThat(configuration(context).joinedDataSources())
                            .containsExactly(context.getBean(DataSource.class));
                });
    }

    @Test
    void doesNotGiveTheApplicationsPasswordToAnotherUser() {
        application
                .withPropertyValues("migratedb.user=migrator")
                .run(context -> assertThat(
                                simple(configuration(context).dataSource()).password())
                        .isNotEqualTo("app-secret"));
    }

    @Test
    void connectsAsAnotherUserWhereTheDataSourceIsWrapped() {
        JdbcDataSource wrapped = new JdbcDataSource();
        wrapped.setURL("jdbc:h2:mem:wrapped");
        withoutDataSource
                .withBean(DataSource.class, () -> new DelegatingDataSource(wrapped))
                .withPropertyValues("migratedb.user=migrator")
                .run(context -> assertThat(simple(configuration(context).dataSource()))
                        .isEqualTo(new Connecting("jdbc:h2:mem:wrapped", "migrator", null)));
    }

    @Test
    void asksForTheUrlWhereADataSourceDoesNotTellIt() {
        withoutDataSource
                .withBean(DataSource.class, () -> mock(DataSource.class))
                .withPropertyValues("migratedb.user=migrator")
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContainingAll("'migratedb.user'", "does not tell its URL", "'migratedb.url'"));
    }

    @Test
    void refusesAPasswordWithoutAUser() {
        application
                .withPropertyValues("migratedb.password=migrator-secret")
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContaining("'migratedb.password' has no effect without 'migratedb.user'")
                        .message()
                        .doesNotContain("migrator-secret"));
    }

    @Test
    void followsTheConnectionDetailsOfTheApplication() {
        application
                .withUserConfiguration(ApplicationDetails.class)
                .withPropertyValues("migratedb.user=migrator")
                .run(context -> {
                    assertThat(((HikariDataSource) context.getBean(DataSource.class)).getJdbcUrl())
                            .isEqualTo("jdbc:h2:mem:details");
                    assertThat(simple(configuration(context).dataSource()).url())
                            .isEqualTo("jdbc:h2:mem:details");
                });
    }

    @Test
    void connectsByTheConnectionDetailsWhereNobodyMadeADataSourceOfThem() {
        withoutDataSource
                .withUserConfiguration(ApplicationDetails.class)
                .run(context -> assertThat(simple(configuration(context).dataSource()))
                        .isEqualTo(new Connecting("jdbc:h2:mem:details", "details-user", "details-secret")));
    }

    @Test
    void prefersConnectionDetailsForMigrationsToTheProperties() {
        application
                .withUserConfiguration(MigrationDetails.class)
                .withPropertyValues("migratedb.url=jdbc:h2:mem:other", "migratedb.user=other")
                .run(context -> assertThat(simple(configuration(context).dataSource()))
                        .isEqualTo(new Connecting("jdbc:h2:mem:migrations", "migrator", "migrator-secret")));
    }

    @Test
    void givesItsPropertiesToTheDriver() {
        String property = "migratedb.jdbc-properties.LOCK_TIMEOUT=4321";
        withoutDataSource
                .withPropertyValues("migratedb.url=jdbc:h2:mem:other", property)
                .run(context -> assertThat(lockTimeout(configuration(context).dataSource()))
                        .isEqualTo(4321));
        application
                .withPropertyValues("migratedb.user=sa", property)
                .run(context -> assertThat(target(configuration(context).dataSource(), SimpleDriverDataSource.class)
                                .getConnectionProperties())
                        .containsEntry("LOCK_TIMEOUT", "4321"));
        withoutDataSource
                .withPropertyValues("migratedb.url=jdbc:whatever:x", property)
                .run(context -> assertThat(target(configuration(context).dataSource(), DriverManagerDataSource.class)
                                .getConnectionProperties())
                        .containsEntry("LOCK_TIMEOUT", "4321"));
    }

    @Test
    void refusesPropertiesForTheDriverOfADataSourceThatIsNotItsOwn() {
        String property = "migratedb.jdbc-properties.LOCK_TIMEOUT=4321";
        application
                .withPropertyValues(property)
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContainingAll("'migratedb.jdbc-properties'", "'migratedb.url'"));
        withoutDataSource
                .withUserConfiguration(OneIsMarked.class)
                .withPropertyValues("migratedb.url=jdbc:h2:mem:other", property)
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContaining("'migratedb.jdbc-properties'"));
    }

    private static int lockTimeout(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("select lock_timeout()")
                .query(Integer.class)
                .single();
    }

    private static Connecting simple(DataSource dataSource) {
        OwnDataSource.Login login = ((OwnDataSource) dataSource).login();
        return new Connecting(
                target(dataSource, SimpleDriverDataSource.class).getUrl(), login.user(), login.password());
    }

    private static <T extends DataSource> T target(DataSource dataSource, Class<T> type) {
        assertThat(dataSource).isInstanceOf(OwnDataSource.class);
        DataSource target = ((OwnDataSource) dataSource).getTargetDataSource();
        assertThat(target).isInstanceOf(type);
        return type.cast(target);
    }

    record Connecting(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {}

    /** A driver that is like another one but is not the one that the URL calls for. */
    public static final class NamedDriver extends Driver {}

    @Configuration(proxyBeanMethods = false)
    static class OneIsPrimary {

        @Bean
        @Primary
        DataSource primary() {
            return new DriverManagerDataSource("jdbc:h2:mem:primary");
        }

        @Bean
        DataSource secondary() {
            return new DriverManagerDataSource("jdbc:h2:mem:secondary");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NoneIsPrimary {

        @Bean
        DataSource one() {
            return new DriverManagerDataSource("jdbc:h2:mem:one");
        }

        @Bean
        DataSource two() {
            return new DriverManagerDataSource("jdbc:h2:mem:two");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OneIsMarked {

        @Bean
        @MigrateDbDataSource
        DataSource marked() {
            return new DriverManagerDataSource("jdbc:h2:mem:marked");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OneIsMarkedAside {

        @Bean(defaultCandidate = false)
        @MigrateDbDataSource
        DataSource marked() {
            return new DriverManagerDataSource("jdbc:h2:mem:marked");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ApplicationDetails {

        @Bean
        JdbcConnectionDetails details() {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return "details-user";
                }

                @Override
                public String getPassword() {
                    return "details-secret";
                }

                @Override
                public String getJdbcUrl() {
                    return "jdbc:h2:mem:details";
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class MigrationDetails {

        @Bean
        MigrateDbConnectionDetails details() {
            return new MigrateDbConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return "jdbc:h2:mem:migrations";
                }

                @Override
                public String getUsername() {
                    return "migrator";
                }

                @Override
                public String getPassword() {
                    return "migrator-secret";
                }
            };
        }
    }
}
