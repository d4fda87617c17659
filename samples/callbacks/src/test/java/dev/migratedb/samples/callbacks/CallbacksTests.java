package dev.migratedb.samples.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrationFailedException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class CallbacksTests {

    @Test
    void runsCallbacksInSqlAsABeanAndAsAScript(CapturedOutput output) {
        try (ConfigurableApplicationContext context = start("healthy")) {
            JdbcClient jdbcClient = context.getBean(JdbcClient.class);
            assertThat(jdbcClient
                            .sql("SELECT trees FROM trees_of_a_variety WHERE variety = 'Gravenstein'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
            assertThat(output).contains("The orchard at jdbc:h2:mem:healthy is ready for the harvest");

            context.getBean(MigrateDb.class).migrate();
            assertThat(context.getBean(NotificationService.class).sent())
                    .containsExactly(
                            "Success: the database is now at version 2", "Success: there was nothing to migrate");
        }
    }

    @Test
    void tellsOfAFailureToo(CapturedOutput output) {
        assertThatExceptionOfType(BeanCreationException.class)
                .isThrownBy(() -> start("broken", "--migratedb.locations=db/migration,db/broken"))
                .withCauseInstanceOf(MigrationFailedException.class);
        assertThat(output)
                .contains("Notification: Failed: Migration to version 3 - Plant pears failed: V3__Plant_pears.sql");
    }

    private static ConfigurableApplicationContext start(String database, String... arguments) {
        return new SpringApplicationBuilder(CallbacksApplication.class)
                .run(Stream.concat(
                                Stream.of("--spring.datasource.url=jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1"),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
