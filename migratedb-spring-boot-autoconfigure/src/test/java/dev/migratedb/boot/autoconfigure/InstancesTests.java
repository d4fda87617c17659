package dev.migratedb.boot.autoconfigure;

import static dev.migratedb.boot.autoconfigure.Applications.NO_MIGRATION;
import static dev.migratedb.boot.autoconfigure.Applications.configuration;
import static dev.migratedb.boot.autoconfigure.Applications.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.Applications.Version2;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import dev.migratedb.testsupport.SqliteTestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** Any number of engines in one application. */
@ExtendWith(OutputCaptureExtension.class)
class InstancesTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void writeScripts() {
        script("orders", "V1__Create_order.sql", "create table item (id int);");
        script("billing", "V1__Create_bill.sql", "create table bill (id int);");
        script("billing", "V2__Add_total.sql", "alter table bill add column total int;");
        script("search", "V1__Create_word.sql", "create table word (id int);");
    }

    @Test
    void migratesPostgresH2AndSqliteFromPropertiesAlone(CapturedOutput output) {
        try (FreshDatabase postgres = PostgresTestDatabase.get().freshDatabase();
                FreshDatabase sqlite = SqliteTestDatabase.get().freshDatabase()) {
            Applications.withJdbc()
                    .withPropertyValues(
                            "migratedb.locations=filesystem:" + folder + "/{instance}",
                            "migratedb.instances.orders.url=" + postgres.url(),
                            "migratedb.instances.orders.user=" + postgres.user(),
                            "migratedb.instances.orders.password=" + postgres.password(),
                            "migratedb.instances.billing.url=" + h2("billing"),
                            "migratedb.instances.search.url=" + sqlite.url())
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        assertThat(versions(postgres.dataSource())).containsExactly("1");
                        assertThat(versions(dataSource("billing"))).containsExactly("1", "2");
                        assertThat(versions(sqlite.dataSource())).containsExactly("1");
                        assertThat(context.getBeansOfType(MigrateDb.class))
                                .containsOnlyKeys("ordersMigrateDb", "billingMigrateDb", "searchMigrateDb");
                    });
            assertThat(output)
                    .contains("Database of instance 'orders': " + postgres.url())
                    .contains("to schema \"PUBLIC\" of instance 'billing', now at version 2")
                    .contains("of instance 'search', now at version 1");
        }
    }

    @Test
    void takesTheFolderOfTheInstanceAndTheKindOfItsDatabase() {
        script("orders/h2", "V5__Only_for_h2.sql", "create table only_for_h2 (id int);");
        instances("orders")
                .withPropertyValues("migratedb.locations=filesystem:" + folder + "/{instance}/{vendor}")
                .run(context -> assertThat(versions(dataSource("orders"))).containsExactly("5"));
    }

    @Test
    void refusesAVariableThatBreaksTheNameOfAnInstanceInTwo() {
        instances("order-db")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment", Map.of("MIGRATEDB_INSTANCES_ORDER_DB_USER", "sa"))))
                .run(context -> assertThat(failureOf(context, SetupException.class))
                        .hasMessageContaining("'order'")
                        .satisfies(failure -> assertThat(failure.action()).contains("MIGRATEDB_INSTANCES_ORDERDB_")));
    }

    @Test
    void hasFromTheApplicationWhatAnInstanceDoesNotSay() {
        instances("orders", "billing")
                .withPropertyValues(
                        "migratedb.table=changes",
                        "migratedb.lock.poll-interval=2s",
                        "migratedb.placeholders.town=Bern",
                        "migratedb.placeholders.street=Aargauerstalden",
                        "migratedb.ignore-migration-patterns=*:missing,*:pending",
                        "migratedb.instances.billing.table=bills",
                        "migratedb.instances.billing.lock.lease-duration=50s",
                        "migratedb.instances.billing.placeholders.town=Thun",
                        "migratedb.instances.billing.ignore-migration-patterns=*:ignored")
                .run(context -> {
                    var orders = configuration(context.getBean("ordersMigrateDb", MigrateDb.class));
                    var billing = configuration(context.getBean("billingMigrateDb", MigrateDb.class));
                    assertThat(orders.history().table()).isEqualTo("changes");
                    assertThat(billing.history().table()).isEqualTo("bills");
                    assertThat(orders.lock().leaseDuration()).hasSeconds(30);
                    assertThat(billing.lock().leaseDuration()).hasSeconds(50);
                    assertThat(billing.lock().pollInterval()).hasSeconds(2);
                    assertThat(orders.placeholders().values()).containsEntry("town", "Bern");
                    assertThat(billing.placeholders().values())
                            .containsEntry("town", "Thun")
                            .containsEntry("street", "Aargauerstalden");
                    assertThat(orders.policy().ignorePatterns()).hasSize(3);
                    assertThat(billing.policy().ignorePatterns())
                            .as("lists replace")
                            .hasSize(2);
                    assertThat(billing.runSettings().instance()).isEqualTo("billing");
                });
    }

    @Test
    void takesOneNameHoweverItIsWritten() {
        Applications.withJdbc()
                .withPropertyValues(
                        "migratedb.locations=filesystem:" + folder + "/orders",
                        "migratedb.instances.order-items.url=" + h2("orders"),
                        "migratedb.instances.orderitems.table=changes")
                .run(context -> {
                    assertThat(context.getBeansOfType(MigrateDb.class)).containsOnlyKeys("order-itemsMigrateDb");
                    assertThat(configuration(context).history().table()).isEqualTo("changes");
                });
    }

    /** That is what YAML makes of {@code orders: {}}. */
    @Test
    void needsNothingButAName() {
        Applications.withJdbc()
                .withPropertyValues("migratedb.mode=off", "migratedb.instances.orders=")
                .run(context ->
                        assertThat(context.getBeansOfType(MigrateDb.class)).containsOnlyKeys("ordersMigrateDb"));
    }

    @Test
    void mayHavePropertiesElsewhereBesideItsEmptyName() {
        Applications.withJdbc()
                .withPropertyValues(
                        "migratedb.mode=off", "migratedb.instances.orders=", "migratedb.instances.orders.table=changes")
                .run(context ->
                        assertThat(configuration(context).history().table()).isEqualTo("changes"));
    }

    @Test
    void isInjectedByItsName() {
        instances("orders", "billing")
                .withUserConfiguration(AskingForBilling.class)
                .run(context -> assertThat(context.getBean(Billing.class).engine())
                        .isSameAs(context.getBean("billingMigrateDb")));
    }

    @Test
    void isInjectedWithoutANameWhereItIsPrimary() {
        instances("orders", "billing")
                .withPropertyValues("migratedb.instances.orders.primary=true")
                .run(context ->
                        assertThat(context.getBean(MigrateDb.class)).isSameAs(context.getBean("ordersMigrateDb")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderDb", "order-db", "ORDERDB"})
    void knowsWhatItDependsOnInEachSpelling(String spelling) {
        assertThat(Instances.of(new MockEnvironment()
                                .withProperty("migratedb.instances.billing.depends-on", spelling)
                                .withProperty("migratedb.instances.order-db.url", "jdbc:h2:mem:orders"))
                        .names())
                .containsExactly("order-db", "billing");
    }

    @Test
    void runsAfterWhatItDependsOn() {
        List<String> runs = new ArrayList<>();
        instances("billing", "orders", "search")
                .withPropertyValues(
                        "migratedb.instances.billing.depends-on=orders", "migratedb.instances.orders.depends-on=search")
                .withBean(
                        MigrateDbMigrationStrategy.class,
                        () -> engine -> runs.add(engine.settings().instance()))
                .run(context -> assertThat(runs).containsExactly("search", "orders", "billing"));
    }

    @Test
    void doesNotRunAfterSomethingThatHasFailed() {
        script("orders", "V2__Fail.sql", "no sql at all;");
        instances("billing", "orders")
                .withPropertyValues("migratedb.instances.billing.depends-on=orders")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(tables(dataSource("billing"))).isEmpty();
                });
    }

    @Test
    void namesACircleBeforeAnythingRuns() {
        instances("orders", "billing", "search")
                .withPropertyValues(
                        "migratedb.instances.orders.depends-on=billing",
                        "migratedb.instances.billing.depends-on=search",
                        "migratedb.instances.search.depends-on=billing")
                .run(context -> assertThat(setupFailure(context).description())
                        .contains("billing -> search -> billing")
                        .doesNotContain("orders"));
        assertThat(tables(dataSource("orders"))).isEmpty();
    }

    @Test
    void namesWhatIsNoInstanceToDependOn() {
        instances("orders", "billing")
                .withPropertyValues("migratedb.instances.orders.depends-on=bills")
                .run(context -> assertThat(setupFailure(context))
                        .hasMessageContaining("'migratedb.instances.orders.depends-on' names 'bills'")
                        .hasMessageContaining("Name some of these: orders, billing."));
    }

    @Test
    void givesAnUnassignedBeanToThePrimaryInstance() {
        instances("orders", "billing")
                .withPropertyValues("migratedb.instances.orders.primary=true")
                .withBean("second", JavaMigration.class, () -> new Version2(context -> {}))
                .run(context -> {
                    assertThat(versions(dataSource("orders"))).containsExactly("1", "2");
                    assertThat(script(dataSource("orders"), "2")).contains("Version2");
                    assertThat(script(dataSource("billing"), "2")).contains("V2__Add_total.sql");
                });
    }

    @Test
    void takesTheOnlyInstanceForThePrimaryOne() {
        instances("orders")
                .withBean("second", JavaMigration.class, () -> new Version2(context -> {}))
                .run(context -> assertThat(versions(dataSource("orders"))).containsExactly("1", "2"));
    }

    @Test
    void givesAnAssignedBeanToItsInstance() {
        instances("orders", "search")
                .withPropertyValues("migratedb.instances.orders.primary=true")
                .withUserConfiguration(VersionOfSearch.class)
                .run(context -> {
                    assertThat(versions(dataSource("orders"))).containsExactly("1");
                    assertThat(versions(dataSource("search"))).containsExactly("1", "2");
                });
    }

    @Test
    void callsACustomizerForAllOrForItsInstance() {
        instances("orders", "billing").withUserConfiguration(Customizers.class).run(context -> {
            var orders = configuration(context.getBean("ordersMigrateDb", MigrateDb.class));
            var billing = configuration(context.getBean("billingMigrateDb", MigrateDb.class));
            assertThat(orders.history().installedBy()).isEqualTo("all");
            assertThat(billing.history().installedBy()).isEqualTo("all");
            assertThat(orders.history().table()).isEqualTo("migratedb_state");
            assertThat(billing.history().table()).isEqualTo("bills");
        });
    }

    @Test
    void leavesTheMigrationToTheStrategyOfTheInstance() {
        instances("orders", "billing")
                .withUserConfiguration(StrategyOfBilling.class)
                .run(context -> {
                    assertThat(versions(dataSource("orders"))).containsExactly("1");
                    assertThat(tables(dataSource("billing"))).isEmpty();
                });
    }

    @Test
    void tellsBothWaysOutForABeanThatBelongsNowhere() {
        instances("orders", "billing")
                .withBean("second", JavaMigration.class, () -> new Version2(context -> {}))
                .run(context -> {
                    assertThat(setupFailure(context).description()).contains("the bean 'second' belongs");
                    assertThat(setupFailure(context).action())
                            .contains("@MigrateDbInstance")
                            .contains("'migratedb.instances.orders.primary=true'");
                });
        assertThat(tables(dataSource("orders"))).isEmpty();
    }

    @Test
    void refusesABeanOfAnInstanceThatIsNotThere() {
        instances("orders", "billing")
                .withUserConfiguration(VersionOfSearch.class)
                .run(context -> assertThat(setupFailure(context))
                        .hasMessageContaining("'second' with @MigrateDbInstance(\"search\")")
                        .hasMessageContaining("Name one of these: orders, billing."));
    }

    @Test
    void refusesABeanOfAnInstanceWhereThereAreNone() {
        Applications.withJdbc()
                .withUserConfiguration(VersionOfSearch.class)
                .run(context -> assertThat(setupFailure(context)).hasMessageContaining("there are no instances yet"));
    }

    @Test
    void refusesASecondPrimary() {
        instances("orders", "billing")
                .withPropertyValues(
                        "migratedb.instances.orders.primary=true", "migratedb.instances.billing.primary=true")
                .run(context -> assertThat(setupFailure(context)).hasMessageContaining("is primary: orders, billing"));
    }

    @Test
    void refusesTwoHistoriesInOneTable() {
        instances("orders", "billing")
                .withPropertyValues("migratedb.instances.billing.url=" + h2("orders"))
                .run(context -> assertThat(setupFailure(context).description())
                        .contains("'orders' and 'billing'")
                        .contains("'migratedb_state'"));
        assertThat(tables(dataSource("orders"))).isEmpty();
    }

    @Test
    void keepsTwoHistoriesOfOneDatabaseInTwoTables() {
        instances("orders", "billing")
                .withPropertyValues(
                        "migratedb.instances.billing.url=" + h2("orders"),
                        "migratedb.instances.billing.table=bills",
                        "migratedb.baseline-on-migrate=true",
                        "migratedb.baseline-version=0")
                .run(context -> assertThat(tables(dataSource("orders"))).contains("BILL", "ITEM"));
    }

    @Test
    void takesTheDataSourceThatIsNamed() {
        Applications.withJdbc()
                .withUserConfiguration(TwoDataSources.class)
                .withPropertyValues(
                        "migratedb.locations=filesystem:" + folder + "/{instance}",
                        "migratedb.instances.orders.data-source=one",
                        "migratedb.instances.billing.data-source=two")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(configuration(context.getBean("billingMigrateDb", MigrateDb.class))
                                    .dataSource())
                            .isSameAs(context.getBean("two"));
                });
    }

    @Test
    void listsTheDataSourcesWhereNoneHasTheName() {
        Applications.withJdbc()
                .withUserConfiguration(TwoDataSources.class)
                .withPropertyValues("migratedb.instances.orders.data-source=three")
                .run(context -> assertThat(setupFailure(context))
                        .hasMessageContaining("'migratedb.instances.orders.data-source' is 'three'")
                        .hasMessageContaining("Use one of these: one, two."));
    }

    @Test
    void doesNotGuessWhichOfTwoDataSourcesIsMeant() {
        Applications.withJdbc()
                .withUserConfiguration(TwoDataSources.class)
                .withPropertyValues("migratedb.instances.orders.table=changes")
                .run(context -> assertThat(setupFailure(context))
                        .hasMessageContaining("for 'migratedb.instances.orders'")
                        .hasMessageContaining("Set 'migratedb.instances.orders.data-source'"));
    }

    @Test
    void refusesTwoThingsThatSayWhereTheDatabaseIs() {
        Applications.withJdbc()
                .withUserConfiguration(TwoDataSources.class)
                .withPropertyValues(
                        "migratedb.instances.orders.data-source=one", "migratedb.instances.orders.url=" + h2("orders"))
                .run(context -> assertThat(setupFailure(context))
                        .hasMessageContaining("both 'migratedb.instances.orders.data-source' and"
                                + " 'migratedb.instances.orders.url'"));
    }

    @Test
    void saysThatAnInstanceIsSwitchedOff(CapturedOutput output) {
        instances("orders", "billing")
                .withPropertyValues("migratedb.instances.billing.enabled=false")
                .run(context -> {
                    assertThat(context.getBeansOfType(MigrateDb.class)).containsOnlyKeys("ordersMigrateDb");
                    assertThat(tables(dataSource("billing"))).isEmpty();
                });
        assertThat(output).contains("Instance 'billing' is switched off by 'migratedb.instances.billing.enabled'");
    }

    @Test
    void hasAModeForEachInstance(CapturedOutput output) {
        instances("orders", "billing")
                .withPropertyValues("migratedb.mode=off", "migratedb.instances.orders.mode=migrate")
                .run(context -> {
                    assertThat(versions(dataSource("orders"))).containsExactly("1");
                    assertThat(tables(dataSource("billing"))).isEmpty();
                });
        assertThat(output).contains("Nothing of instance 'billing' is migrated at startup");
    }

    @Test
    void runsACommandOnEachInstance(CapturedOutput output) {
        List<Integer> exits = new ArrayList<>();
        instances("billing", "orders")
                .withPropertyValues("migratedb.command=migrate", "migratedb.instances.billing.depends-on=orders")
                .withBean(CommandExit.class, () -> exits::add)
                .run(context -> assertThat(exits).containsExactly(0));
        assertThat(output.getOut())
                .containsSubsequence("is done for instance 'orders'", "is done for instance 'billing'");
    }

    @ParameterizedTest
    @CsvSource({"target, no-version", "lock.poll-interval, 0s", "mode, sometimes"})
    void namesThePropertyOfTheInstanceThatIsWrong(String property, String value) {
        instances("orders", "billing")
                .withBean(MigrateDbMigrationStrategy.class, () -> NO_MIGRATION)
                .withPropertyValues("migratedb.instances.orders." + property + "=" + value)
                .run(context -> assertThat(failureOf(context, Throwable.class))
                        .hasStackTraceContaining("migratedb.instances.orders." + property));
    }

    @Test
    void namesThePropertyOfTheApplicationThatIsWrongForAnInstance() {
        instances("orders")
                .withPropertyValues("migratedb.target=no-version")
                .run(context -> assertThat(setupFailure(context))
                        .hasMessageContaining("Instance 'orders': 'migratedb.target'"));
    }

    @Test
    void warnsOfWhatIsNoPropertyOfAnInstance(CapturedOutput output) {
        instances("orders")
                .withPropertyValues(
                        "migratedb.instances.orders.command=clean", "migratedb.instances.orders.lock-retry-count=3")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .contains("Property 'migratedb.instances.orders.command'")
                .contains("has no effect; it is one of the application as a whole")
                .contains("Property 'migratedb.instances.orders.lock-retry-count'");
    }

    @Test
    void refusesANameThatCannotBeTold() {
        Applications.withJdbc()
                .withPropertyValues("migratedb.instances[my.orders].url=" + h2("orders"))
                .run(context -> assertThat(setupFailure(context)).hasMessageContaining("with the name 'my.orders'"));
    }

    @Test
    void leavesTheEngineToTheApplicationWhereItHasOneOfThatName() {
        MigrateDb own = MigrateDb.configure()
                .dataSource(dataSource("search"))
                .locations("filesystem:" + folder + "/search")
                .load();
        instances("orders", "billing")
                .withBean("ordersMigrateDb", MigrateDb.class, () -> own)
                .run(context -> {
                    assertThat(context.getBean("ordersMigrateDb")).isSameAs(own);
                    assertThat(versions(dataSource("search"))).containsExactly("1");
                    assertThat(versions(dataSource("billing"))).containsExactly("1", "2");
                });
    }

    /** An application with an H2 for each of them. */
    private ApplicationContextRunner instances(String... names) {
        return Applications.withJdbc()
                .withPropertyValues("migratedb.locations=filesystem:" + folder + "/{instance}")
                .withPropertyValues(Arrays.stream(names)
                        .map(name -> "migratedb.instances." + name + ".url=" + h2(name))
                        .toArray(String[]::new));
    }

    private String h2(String name) {
        return "jdbc:h2:mem:" + name + id + ";DB_CLOSE_DELAY=-1";
    }

    private DataSource dataSource(String name) {
        return new DriverManagerDataSource(h2(name));
    }

    private void script(String instance, String name, String text) {
        try {
            Files.writeString(Files.createDirectories(folder.resolve(instance)).resolve(name), text);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static SetupException setupFailure(AssertableApplicationContext context) {
        return failureOf(context, SetupException.class);
    }

    private static List<String> versions(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql(
                        "select \"version\" from \"migratedb_state\" where \"version\" is not null order by \"installed_rank\"")
                .query(String.class)
                .list();
    }

    private static String script(DataSource dataSource, String version) {
        return JdbcClient.create(dataSource)
                .sql("select \"script\" from \"migratedb_state\" where \"version\" = ?")
                .param(version)
                .query(String.class)
                .single();
    }

    private static List<String> tables(DataSource h2) {
        return JdbcClient.create(h2)
                .sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list();
    }

    record Billing(MigrateDb engine) {}

    @Configuration(proxyBeanMethods = false)
    static class AskingForBilling {

        @Bean
        Billing billing(@MigrateDbInstance("billing") MigrateDb engine) {
            return new Billing(engine);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class VersionOfSearch {

        @Bean
        @MigrateDbInstance("search")
        JavaMigration second() {
            return new Version2(context -> {});
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {

        @Bean
        MigrateDbCustomizer forAll() {
            return builder -> builder.installedBy("all");
        }

        @Bean
        @MigrateDbInstance("billing")
        MigrateDbCustomizer forBilling() {
            return builder -> builder.table("bills");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class StrategyOfBilling {

        @Bean
        @MigrateDbInstance("billing")
        MigrateDbMigrationStrategy forBilling() {
            return NO_MIGRATION;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoDataSources {

        @Bean
        DataSource one() {
            return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        }

        @Bean
        DataSource two() {
            return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        }
    }
}
