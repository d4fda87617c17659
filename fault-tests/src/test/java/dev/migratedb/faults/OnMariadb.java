package dev.migratedb.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that are skipped where there is no server to run them on. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "dev.migratedb.testsupport.MariadbTestDatabase#isAvailable",
        disabledReason = "the programs of MariaDB are not installed")
@interface OnMariadb {}
