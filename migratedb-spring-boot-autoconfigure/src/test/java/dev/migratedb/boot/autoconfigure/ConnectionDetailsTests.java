package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.configuration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How migrations reach a database that something else than a {@code DataSource} tells of. */
class ConnectionDetailsTests {

    private final ApplicationContextRunner withoutDataSource =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrateDbAutoConfiguration.class));

    @Test
    void migratesTheDatabaseOfAnApplicationThatHasOnlyR2dbc() {
        try (FreshDatabase database = PostgresTestDatabase.get().freshDatabase()) {
            withoutDataSource
                    .withPropertyValues(
                            "spring.r2dbc.url="
                                    + database.url()
                                            .replaceFirst("^jdbc:", "r2dbc:")
                                            .replaceFirst("\\?.*", ""),
                            "spring.r2dbc.username=" + database.user(),
                            "spring.r2dbc.password=" + database.password())
                    .run(context ->
                            assertThat(count(database.dataSource(), "person")).isZero());
        }
    }

    @Test
    void connectsWithThePasswordThatHoldsAtEachRun() {
        String url = "jdbc:h2:mem:rotating;DB_CLOSE_DELAY=-1";
        JdbcClient admin = JdbcClient.create(new DriverManagerDataSource(url, "admin", "admin"));
        admin.sql("create user rotating password 'first' admin").update();
        AtomicReference<String> password = new AtomicReference<>("first");
        withoutDataSource
                .withBean(MigrateDbConnectionDetails.class, () -> new Rotating(url, password))
                .run(context -> {
                    MigrateDb migrateDb = context.getBean(MigrateDb.class);
                    admin.sql("alter user rotating set password 'second'").update();
                    assertThatExceptionOfType(MigrateDbException.class)
                            .isThrownBy(migrateDb::migrate)
                            .withMessageContaining("Wrong user name or password");
                    password.set("second");
                    assertThat(migrateDb.migrate().migrations()).isEmpty();
                });
        admin.sql("shutdown").update();
    }

    @Test
    void followsWhatDockerComposeTellsOfAnyDatabase() {
        JdbcConnectionDetails service = new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return "jdbc:h2:mem:service";
            }

            @Override
            public String getUsername() {
                return "service-user";
            }

            @Override
            public String getPassword() {
                return "service-secret";
            }
        };
        Object adapted = new ConnectionDetailsFactories(getClass().getClassLoader())
                .getConnectionDetails(service, true)
                .get(MigrateDbConnectionDetails.class);
        assertThat(adapted).isInstanceOfSatisfying(MigrateDbConnectionDetails.class, details -> {
            assertThat(details.getJdbcUrl()).isEqualTo("jdbc:h2:mem:service");
            assertThat(details.getUsername()).isEqualTo("service-user");
            assertThat(details.getPassword()).isEqualTo("service-secret");
            assertThat(details.getDriverClassName()).isEqualTo("org.h2.Driver");
            withoutDataSource
                    .withBean(MigrateDbConnectionDetails.class, () -> details)
                    .withBean(MigrateDbMigrationStrategy.class, () -> Applications.NO_MIGRATION)
                    .withPropertyValues("migratedb.url=jdbc:h2:mem:production", "migratedb.user=owner")
                    .run(context -> assertThat(
                                    ((OwnDataSource) configuration(context).dataSource()).login())
                            .isEqualTo(new OwnDataSource.Login("service-user", "service-secret")));
        });
    }

    private static int count(DataSource dataSource, String table) {
        return JdbcClient.create(dataSource)
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private record Rotating(String url, AtomicReference<String> current) implements MigrateDbConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return "rotating";
        }

        @Override
        public @Nullable String getPassword() {
            return current.get();
        }
    }
}
