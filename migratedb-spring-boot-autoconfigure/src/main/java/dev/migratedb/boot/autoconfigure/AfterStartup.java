package dev.migratedb.boot.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@link dev.migratedb.migration.JavaMigration} bean, by its class or by the method that defines it, that runs when the application context
 * is there, and so may have repositories, an {@code EntityManager} or any other bean injected.
 *
 * <p>Such migrations are a sequence of their own, with versions and a history table of their own ({@code <table>_after_startup}). They run in the order
 * of their versions, under a lock, after the context was refreshed and before the application is ready and its runners are called. Each runs in a
 * transaction of the application's transaction manager, which writes its row in the history, too. If one fails, the application does not start.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AfterStartup {}
