package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migratedb.boot.autoconfigure.AfterStartupContractTests.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** When what is marked with {@link AfterStartup} runs. */
class AfterStartupOrderTests {

    private static final List<String> SEEN = new ArrayList<>();

    @Test
    void comesAfterTheContextAndBeforeRunnersAndReadiness() {
        SEEN.clear();
        try (ConfigurableApplicationContext context = start()) {
            assertThat(SEEN)
                    .containsExactly(
                            "the events of migrateDb",
                            "migration, CORRECT and REFUSING_TRAFFIC",
                            "the events of migrateDbAfterStartup",
                            "runner",
                            "ready");
            assertThat(context.getBean(ApplicationAvailability.class).getReadinessState())
                    .hasToString("ACCEPTING_TRAFFIC");
        }
    }

    @Test
    void keepsAnApplicationFromBecomingReadyWhenItFails() {
        SEEN.clear();
        assertThatThrownBy(() -> start("fail=true")).hasMessageContaining("not today");
        assertThat(SEEN).containsExactly("the events of migrateDb", "migration, CORRECT and REFUSING_TRAFFIC");
    }

    private static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run("--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID());
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        MigrateDbAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        ApplicationAvailabilityAutoConfiguration.class
    })
    static class Application {

        @Bean
        @AfterStartup
        Step late(ConfigurableApplicationContext context, ApplicationAvailability availability) {
            return new Step("1", "Late", migration -> {
                SEEN.add("migration, " + availability.getLivenessState() + " and " + availability.getReadinessState());
                if (context.getEnvironment().getProperty("fail", Boolean.class, false)) {
                    throw new IllegalStateException("not today");
                }
            });
        }

        @EventListener
        void applied(MigrationsAppliedEvent event) {
            SEEN.add("the events of " + event.instance());
        }

        @Bean
        ApplicationRunner runner() {
            return arguments -> SEEN.add("runner");
        }

        @Bean
        ApplicationListener<ApplicationReadyEvent> ready() {
            return event -> SEEN.add("ready");
        }
    }
}
