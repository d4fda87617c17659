package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role of {@code run-as-role}. */
abstract class RoleContractTests extends ContractTests {

    final String role = "role_" + Long.toHexString(System.nanoTime());

    /** Makes the role, which may do in the database what a run does, and gives it to the user of the tests. */
    abstract void createRole();

    abstract void dropRole();

    /** A query for the role that a session has. */
    abstract String currentRole();

    @BeforeEach
    void role() {
        createRole();
    }

    @AfterEach
    void noRole() {
        dropRole();
    }

    @Test
    void isTakenBeforeEverythingElseAndGivenUpAtTheEnd() {
        script(
                "afterConnect.sql",
                "create table seen (place varchar(20), role varchar(100));\n" + "insert into seen select 'connected', "
                        + currentRole() + ";");
        script("V1__one.sql", "insert into seen select 'migrated', " + currentRole() + ";");
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            JdbcClient client = JdbcClient.create(pool);
            String before =
                    client.sql("select " + currentRole()).query(String.class).single();

            engine().dataSource(pool)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .runAsRole(role)
                    .load()
                    .migrate();

            assertThat(database.strings("select distinct role from seen")).containsExactly(role);
            assertThat(count("seen")).isEqualTo(2);
            assertThat(client.sql("select " + currentRole()).query(String.class).single())
                    .isEqualTo(before)
                    .isNotEqualTo(role);
        }
    }

    @Test
    void thatCannotBeTakenIsNamedAndNothingIsDone() {
        script("V1__one.sql", "create table thing (id int);");

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().runAsRole("nobody_at_all").load().migrate())
                .withMessageContainingAll(
                        "'nobody_at_all'", "'migratedb.run-as-role'", "cannot be taken", "Nothing was changed", "GRANT")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));
        assertThat(database.tables()).isEmpty();
    }
}
