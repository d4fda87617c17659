package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migratedb.MigrateDb;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What migrations say to the health of the application. */
class MigrateDbHealthIndicatorTests {

    private final ApplicationContextRunner application = Applications.withJdbc()
            .withConfiguration(AutoConfigurations.of(MigrateDbHealthContributorAutoConfiguration.class));

    @Test
    void isUpAndTellsTheVersion() {
        application.run(context -> {
            Health health = health(context.getBean("migratedbHealthContributor", HealthIndicator.class));
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("version", "1").containsEntry("pending", 0);
        });
    }

    @Test
    void isUpWithWhatIsPending() {
        application
                .withPropertyValues("migratedb.mode=off")
                .run(context -> assertThat(health(context.getBean("migratedbHealthContributor", HealthIndicator.class)))
                        .satisfies(health -> assertThat(health.getStatus()).isEqualTo(Status.UP))
                        .satisfies(health -> assertThat(health.getDetails()).containsEntry("pending", 1)));
    }

    @Test
    void isDownWhereAMigrationHasFailed() {
        application
                .withPropertyValues("migratedb.mode=off", "migratedb.locations=classpath:db/broken")
                .run(context -> {
                    assertThat(catchThrowable(
                                    () -> context.getBean(MigrateDb.class).migrate()))
                            .isNotNull();
                    Health health = health(context.getBean("migratedbHealthContributor", HealthIndicator.class));
                    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(health.getDetails())
                            .extractingByKey("failed")
                            .asString()
                            .contains("V1__Fail.sql");
                });
    }

    @Test
    void isDownWhereTheDatabaseCannotBeAsked() {
        MigrateDb engine = MigrateDb.configure()
                .dataSource("jdbc:postgresql://localhost:1/nothing", "nobody", "nothing")
                .load();
        assertThat(health(new MigrateDbHealthIndicator(engine)).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void canBeSwitchedOff() {
        application
                .withPropertyValues("management.health.migratedb.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("migratedbHealthContributor"));
    }

    private static Health health(HealthIndicator indicator) {
        return Objects.requireNonNull(indicator.health());
    }
}
