package dev.migratedb.boot.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Names an instance of {@code migratedb.instances}.
 *
 * <p>On a bean (its class, or its {@code @Bean} method) of the type {@link dev.migratedb.migration.JavaMigration}, {@link
 * dev.migratedb.callback.Callback} or {@link dev.migratedb.resolver.MigrationResolver}: the bean takes part in that instance; without
 * the annotation, in the primary one. On a {@link MigrateDbCustomizer} or {@link MigrateDbMigrationStrategy}: it is for that instance only;
 * without the annotation, for all.
 *
 * <p>Where a {@link dev.migratedb.MigrateDb} is injected: the engine of that instance.
 */
@Qualifier
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface MigrateDbInstance {

    /** The name, as it is written in the properties. */
    String value();
}
