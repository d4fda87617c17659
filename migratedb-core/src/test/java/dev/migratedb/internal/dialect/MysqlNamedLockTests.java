package dev.migratedb.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MysqlNamedLockTests {

    private final MysqlDialect dialect = new MysqlDialect();

    @Test
    void theNameFitsIntoTheLimitOfTheServerAndDiffersByTable() {
        MysqlNamedLock lock = MysqlNamedLock.own(dialect::quote);
        String name = lock.lockName(new TableName("x".repeat(64), "y".repeat(64)));

        assertThat(name).startsWith("migratedb-").hasSizeLessThanOrEqualTo(64);
        assertThat(lock.lockName(new TableName("x".repeat(64), "z".repeat(64)))).isNotEqualTo(name);
    }

    @Test
    void flywaysNameIsTheOneThatFlywayTakes() {
        MysqlNamedLock lock = MysqlNamedLock.ofFlyway(dialect::quote);

        assertThat(lock.lockName(new TableName("test", "flyway_schema_history")))
                .isEqualTo("Flyway--562162009");
    }
}
