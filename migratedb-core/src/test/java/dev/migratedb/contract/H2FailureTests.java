package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.H2TestDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2FailureTests extends FailureContractTests {

    @Override
    TestDatabase server() {
        return H2TestDatabase.inMemory();
    }

    @Override
    boolean transactionalDdl() {
        return false;
    }

    @Test
    void aFailedRowThatCouldNotBeWrittenIsNotPromised() {
        tableThing();
        JavaMigration stolen = migration(true, context -> {
            // not through the data source of the run, whose statements belong to the migration
            try (Connection another =
                    DriverManager.getConnection(database.url(), database.user(), database.password())) {
                another.createStatement()
                        .executeUpdate("update \"migratedb_state_lock\" set \"owner\" = 'another run'");
            }
        });

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().javaMigrations(stolen).load().migrate())
                .withMessageContaining("lost its lock")
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("the history has a failed row"))
                .satisfies(ex -> assertThat(ex.remedy()).doesNotContain("delete the failed row"));
        assertThat(history()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "MySQL", "MariaDB", "Oracle", "MSSQLServer", "DB2", "LEGACY", "STRICT"})
    void migratesInEveryCompatibilityMode(String mode) {
        JdbcDataSource dataSource = new JdbcDataSource();
        String lower = mode.equals("PostgreSQL") || mode.startsWith("M") ? ";DATABASE_TO_LOWER=TRUE" : "";
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=" + mode + lower);
        dataSource.setUser("sa");
        dataSource.setPassword("");
        script("V1__one.sql", "create table thing (id int);");
        script("V2__.sql", "insert into thing values (1);");
        script("R__view.sql", "create or replace view things as select * from thing;");

        assertThat(engine().dataSource(dataSource)
                        .schemas("shop")
                        .load()
                        .migrate()
                        .migrationsExecuted())
                .isEqualTo(3);
        script("V3__.sql", "insert into thing values (3);");
        assertThat(engine().dataSource(dataSource)
                        .schemas("shop")
                        .load()
                        .migrate()
                        .migrationsExecuted())
                .isEqualTo(1);
        assertThat(engine().dataSource(dataSource)
                        .schemas("shop")
                        .load()
                        .validate()
                        .problems())
                .isEmpty();
    }
}
