package dev.migratedb.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that are skipped where there is no pooler to run them behind. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "dev.migratedb.testsupport.PgBouncer#isAvailable",
        disabledReason = "the program of PgBouncer is not installed")
@interface OnPgBouncer {}
