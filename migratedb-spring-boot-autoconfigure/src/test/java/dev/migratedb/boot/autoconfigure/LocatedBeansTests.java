package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.boot.autoconfigure.assigned.V8__Add_katherine;
import dev.migratedb.boot.autoconfigure.located.V7__Add_grace;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A bean whose class lies in a location is the bean only, and not found once more as a class. */
@ExtendWith(OutputCaptureExtension.class)
class LocatedBeansTests {

    private static final String LOCATIONS = "migratedb.locations=db/migration,dev/migratedb/boot/autoconfigure/";

    private final String orders = h2();
    private final String billing = h2();

    private static String h2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    @Test
    void runsAMarkedOneAfterTheStartOnly() {
        Applications.withJdbc()
                .withBean(V7__Add_grace.class)
                .withPropertyValues("spring.datasource.url=" + orders, LOCATIONS + "located")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(versions(context.getBean(DataSource.class), "migratedb_state"))
                            .containsExactly("1");
                    assertThat(versions(context.getBean(DataSource.class), "migratedb_state_after_startup"))
                            .containsExactly("0", "7");
                });
    }

    @Test
    void refusesAMarkedOneThatIsNoBeanBeforeAnythingRuns() {
        Applications.withJdbc()
                .withPropertyValues("spring.datasource.url=" + orders, LOCATIONS + "located")
                .run(context -> {
                    SetupException failure = Applications.failureOf(context, SetupException.class);
                    assertThat(failure.description())
                            .isEqualTo("The class " + V7__Add_grace.class.getName()
                                    + " is marked with @AfterStartup and lies in a location, but is not the class of a bean;"
                                    + " only beans run after the start.");
                    assertThat(failure.action())
                            .isEqualTo(
                                    "Make it a bean, by @Component or by a @Bean method that returns this class, or take it"
                                            + " out of 'migratedb.locations'.");
                    assertThat(tables()).isEmpty();
                });
    }

    @Test
    void leavesAMarkedOneOutOfASliceThatHasNoBeanOfIt(CapturedOutput output) {
        Applications.withJdbc()
                .withConfiguration(AutoConfigurations.of(MigrateDbSliceAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=" + orders, LOCATIONS + "located")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(versions(context.getBean(DataSource.class), "migratedb_state"))
                            .containsExactly("1");
                    assertThat(output)
                            .containsOnlyOnce("The migration " + V7__Add_grace.class.getName()
                                    + " is left out of this test, since the slice has no bean of it");
                });
    }

    @Test
    void runsAnAssignedOneInItsInstanceOnly() {
        Applications.withJdbc()
                .withBean(V8__Add_katherine.class)
                .withPropertyValues(
                        "migratedb.instances.orders.url=" + orders,
                        "migratedb.instances.orders.primary=true",
                        "migratedb.instances.billing.url=" + billing,
                        LOCATIONS + "assigned")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(versions(new DriverManagerDataSource(orders), "migratedb_state"))
                            .containsExactly("1");
                    assertThat(versions(new DriverManagerDataSource(billing), "migratedb_state"))
                            .containsExactly("1", "8");
                });
    }

    private List<String> tables() {
        return JdbcClient.create(new DriverManagerDataSource(orders))
                .sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list();
    }

    private static List<String> versions(DataSource database, String table) {
        return JdbcClient.create(database)
                .sql("select \"version\" from \"" + table + "\" order by \"installed_rank\"")
                .query(String.class)
                .list();
    }
}
