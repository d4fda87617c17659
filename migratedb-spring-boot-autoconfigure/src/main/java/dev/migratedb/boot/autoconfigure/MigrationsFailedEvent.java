package dev.migratedb.boot.autoconfigure;

/**
 * Published at once when a run has failed. Where it was that of the start, the application does not come up: only listeners that are
 * there before the beans, such as those of {@code SpringApplication}, get the event.
 *
 * @param instance the name of the instance or, of another engine, that of its bean
 * @param error why the run has failed
 */
public record MigrationsFailedEvent(String instance, Throwable error) {}
