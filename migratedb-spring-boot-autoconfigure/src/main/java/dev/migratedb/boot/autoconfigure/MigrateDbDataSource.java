package dev.migratedb.boot.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the {@code DataSource} that is migrated, where it is not the application's primary one. Its bean is best
 * declared with {@code @Bean(defaultCandidate = false)}, so that the application's own {@code DataSource} stays the one
 * that is injected elsewhere.
 *
 * <p>What a migration or a callback sends through another {@code DataSource} than the marked one runs on a connection
 * of its own, outside the migration's transaction.
 */
@Qualifier
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface MigrateDbDataSource {}
