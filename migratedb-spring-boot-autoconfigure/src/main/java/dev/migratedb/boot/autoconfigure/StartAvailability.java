package dev.migratedb.boot.autoconfigure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells that an application which migrates is alive, and not ready. Spring Boot says so only when the application has started,
 * and until then takes it for broken.
 */
final class StartAvailability {

    private static final Logger logger = LoggerFactory.getLogger(StartAvailability.class);

    private final ApplicationEventPublisher publisher;

    StartAvailability(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    void aliveButNotReady() {
        publish(LivenessState.CORRECT);
        publish(ReadinessState.REFUSING_TRAFFIC);
    }

    private void publish(AvailabilityState state) {
        try {
            AvailabilityChangeEvent.publish(publisher, this, state);
        } catch (RuntimeException ex) {
            // a listener that needs the migrated database can hear of it only afterwards
            logger.debug("{} could not be told to everybody who listens", state, ex);
        }
    }
}
