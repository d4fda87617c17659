package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.boot.autoconfigure.located.V7__Add_grace;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a training run does to the database. That Spring ends it, {@link CommandProcessTests} sees. */
@ExtendWith(OutputCaptureExtension.class)
class TrainingRunTests {

    private static final String EXIT = "spring.context.exit";

    private final String url = h2();
    private final ApplicationContextRunner application =
            Applications.withJdbc().withPropertyValues("spring.datasource.url=" + url);

    private static String h2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    @BeforeEach
    void beginTraining() {
        // which has read the property by now, and so does not end the tests
        assertThat(new DefaultLifecycleProcessor().isRunning()).isFalse();
        SpringProperties.setProperty(EXIT, "onRefresh");
    }

    @AfterEach
    void endTraining() {
        SpringProperties.setProperty(EXIT, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "validate", "wait"})
    void leavesTheDatabaseAloneInEachModeAndSaysSo(String mode, CapturedOutput output) {
        application
                .withPropertyValues("migratedb.mode=" + mode)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(tables(url)).isEmpty();
        assertThat(output)
                .containsOnlyOnce(
                        "Nothing happens to the database, since 'spring.context.exit' makes this start a training"
                                + " run; with 'migratedb.run-in-training=true' it does");
    }

    @Test
    void leavesTheDatabasesOfAllInstancesAloneAndSaysSoOnce(CapturedOutput output) {
        String other = h2();
        application
                .withPropertyValues(
                        "migratedb.instances.orders.primary=true", "migratedb.instances.billing.url=" + other)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(tables(url)).isEmpty();
        assertThat(tables(other)).isEmpty();
        assertThat(output).containsOnlyOnce("'migratedb.run-in-training=true'");
    }

    @Test
    void migratesWhereAPropertySaysSo() {
        application
                .withPropertyValues("migratedb.run-in-training=true")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(tables(url)).contains("PERSON");
    }

    @Test
    void leavesOutWhatRunsAfterTheStart() {
        application
                .withBean(V7__Add_grace.class)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(tables(url)).isEmpty();
    }

    private static List<String> tables(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "sa", ""))
                .sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list();
    }
}
