package dev.migratedb.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.boot.autoconfigure.people.PersonRepository;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application says of itself while it migrates. */
class StartAvailabilityTests {

    private final List<AvailabilityState> seen = new ArrayList<>();

    private ApplicationContextRunner looking(ApplicationContextRunner application) {
        return application
                .withConfiguration(AutoConfigurations.of(ApplicationAvailabilityAutoConfiguration.class))
                .withInitializer(context -> context.getBeanFactory()
                        .registerSingleton("strategy", (MigrateDbMigrationStrategy) migrateDb -> {
                            ApplicationAvailability availability = context.getBean(ApplicationAvailability.class);
                            seen.add(availability.getLivenessState());
                            seen.add(availability.getReadinessState());
                            migrateDb.migrate();
                        }));
    }

    @Test
    void isAliveAndRefusesTrafficWhileItMigrates() {
        looking(Applications.withJdbc()).run(context -> assertThat(context).hasNotFailed());
        assertThat(seen).containsExactly(LivenessState.CORRECT, ReadinessState.REFUSING_TRAFFIC);
    }

    @Test
    void isNotKeptFromMigratingByAListenerThatNeedsTheDatabase() {
        looking(Applications.withJpa())
                .withUserConfiguration(ListenerWithRepository.class)
                .run(context -> assertThat(context).hasNotFailed().hasBean("listener"));
        assertThat(seen).hasSize(2);
    }

    @Configuration(proxyBeanMethods = false)
    static class ListenerWithRepository {

        @Bean
        ApplicationListener<AvailabilityChangeEvent<?>> listener(PersonRepository repository) {
            return new ApplicationListener<>() {
                @Override
                public void onApplicationEvent(AvailabilityChangeEvent<?> event) {
                    repository.count();
                }
            };
        }
    }
}
