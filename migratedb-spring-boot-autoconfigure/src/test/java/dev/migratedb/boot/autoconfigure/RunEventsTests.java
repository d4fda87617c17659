package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrationFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.metrics.StartupStep;

/** Who hears of what a run has come to. */
class RunEventsTests {

    private final ApplicationContextRunner application = Applications.withJdbc();

    @Test
    void tellsListenersThatAreBeansWhatTheStartHasApplied() {
        application.withUserConfiguration(Listening.class).run(context -> {
            Listening listening = context.getBean(Listening.class);
            assertThat(listening.applied).singleElement().satisfies(event -> {
                assertThat(event.instance()).isEqualTo("migrateDb");
                assertThat(event.result().migrationsExecuted()).isOne();
            });
            assertThat(listening.upToDate).isEmpty();
        });
    }

    @Test
    void tellsAtOnceWhatALaterRunHasComeTo() {
        application.withUserConfiguration(Listening.class).run(context -> {
            context.getBean(MigrateDb.class).migrate();
            assertThat(context.getBean(Listening.class).upToDate)
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.result().migrationsExecuted()).isZero());
        });
    }

    @Test
    void tellsListenersThatAreThereBeforeTheBeansThatTheStartHasFailed() {
        List<Object> events = new ArrayList<>();
        application
                .withInitializer(context ->
                        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
                            if (event.getPayload() instanceof MigrationsFailedEvent) {
                                events.add(event.getPayload());
                            }
                        }))
                .withPropertyValues("migratedb.locations=classpath:db/broken")
                .run(context -> assertThat(context).hasFailed());
        assertThat(events).singleElement().isInstanceOfSatisfying(MigrationsFailedEvent.class, event -> {
            assertThat(event.instance()).isEqualTo("migrateDb");
            assertThat(event.error()).isInstanceOf(MigrationFailedException.class);
        });
    }

    @ParameterizedTest
    @CsvSource({"migrate, not today", "validate, is not applied"})
    void tellsOnceThatWhatRunsAfterTheStartHasFailed(String mode, String message) {
        String database = "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        application
                .withPropertyValues(database)
                .run(context -> assertThat(context).hasNotFailed());
        List<MigrationsFailedEvent> events = new ArrayList<>();
        application
                .withInitializer(context ->
                        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
                            if (event.getPayload() instanceof MigrationsFailedEvent failed) {
                                events.add(failed);
                            }
                        }))
                .withUserConfiguration(FailingAfterStartup.class)
                .withPropertyValues(database, "migratedb.mode=" + mode)
                .run(context -> assertThat(context).hasFailed());
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.instance()).isEqualTo("migrateDbAfterStartup");
            assertThat(event.error()).hasMessageContaining(message);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class FailingAfterStartup {

        @Bean
        @AfterStartup
        AfterStartupContractTests.Step failing() {
            return new AfterStartupContractTests.Step("1", "Fail", context -> {
                throw new IllegalStateException("not today");
            });
        }
    }

    @Test
    void tellsThatALaterRunHasFailed() {
        application
                .withPropertyValues("migratedb.mode=off", "migratedb.locations=classpath:db/broken")
                .withUserConfiguration(Listening.class)
                .run(context -> {
                    MigrateDb engine = context.getBean(MigrateDb.class);
                    assertThatThrownBy(engine::migrate).isInstanceOf(MigrationFailedException.class);
                    assertThat(context.getBean(Listening.class).failed)
                            .singleElement()
                            .satisfies(event -> assertThat(event.error()).isNotNull());
                });
    }

    @Test
    void isAStepOfTheStartOfTheApplication() {
        BufferingApplicationStartup startup = new BufferingApplicationStartup(10_000);
        application
                .withInitializer(context -> context.setApplicationStartup(startup))
                .run(context -> assertThat(startup.getBufferedTimeline().getEvents())
                        .extracting(event -> event.getStartupStep())
                        .filteredOn(step -> step.getName().equals("migratedb.run"))
                        .singleElement()
                        .extracting(StartupStep::getTags)
                        .satisfies(tags -> assertThat(tags)
                                .extracting(StartupStep.Tag::getValue)
                                .containsExactly("migrateDb")));
    }

    @Configuration(proxyBeanMethods = false)
    static class Listening {

        private final List<MigrationsAppliedEvent> applied = new ArrayList<>();
        private final List<MigrationsUpToDateEvent> upToDate = new ArrayList<>();
        private final List<MigrationsFailedEvent> failed = new ArrayList<>();

        @EventListener
        void on(MigrationsAppliedEvent event) {
            applied.add(event);
        }

        @EventListener
        void on(MigrationsUpToDateEvent event) {
            upToDate.add(event);
        }

        @EventListener
        void on(MigrationsFailedEvent event) {
            failed.add(event);
        }
    }
}
