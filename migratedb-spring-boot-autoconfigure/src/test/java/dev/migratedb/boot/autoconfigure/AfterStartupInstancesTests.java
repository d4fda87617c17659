package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.boot.autoconfigure.AfterStartupContractTests.Step;
import dev.migratedb.migration.MigrationFailedException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** What is marked with {@link AfterStartup}, where there are several engines. */
class AfterStartupInstancesTests {

    private final String orders = h2();
    private final String billing = h2();

    private final ApplicationContextRunner application = Applications.withJdbc()
            .withUserConfiguration(Marked.class)
            .withPropertyValues(
                    "migratedb.instances.orders.url=" + orders,
                    "migratedb.instances.orders.primary=true",
                    "migratedb.instances.billing.url=" + billing);

    private static String h2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    @Test
    void runsInTheDatabaseOfItsInstance() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(names(orders)).containsExactly("Ada");
            assertThat(names(billing)).containsExactly("Emmy");
            assertThat(context.getBean(AfterStartupEngines.class).byName())
                    .containsOnlyKeys("ordersAfterStartup", "billingAfterStartup");
        });
    }

    @Test
    void refusesTransactionsThatAreOnAnotherDatabase() {
        application.withUserConfiguration(WrongManager.class).run(context -> {
            assertThat(failureOf(context, MigrationFailedException.class))
                    .hasMessageContaining("none on the DataSource of the migrations");
            assertThat(names(orders)).isEmpty();
        });
    }

    private static List<String> names(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url))
                .sql("select name from person")
                .query(String.class)
                .list();
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        @Bean
        @AfterStartup
        Step addAda() {
            return add("Ada");
        }

        @Bean
        @AfterStartup
        @MigrateDbInstance("billing")
        Step addEmmy() {
            return add("Emmy");
        }

        private static Step add(String name) {
            return new Step(
                    "1",
                    "Add " + name,
                    context -> context.getJdbcClient()
                            .sql("insert into person values (1, ?)")
                            .param(name)
                            .update());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WrongManager {

        @Bean
        @MigrateDbInstance("orders")
        PlatformTransactionManager manager() {
            return new DataSourceTransactionManager(new DriverManagerDataSource(h2()));
        }
    }
}
