package dev.migratedb.samples.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:accounts")
class JavaMigrationsTests {

    @Autowired
    private MigrateDb migrateDb;

    @Autowired
    private JdbcClient jdbcClient;

    @Test
    void runsTheJavaMigrationBetweenTheScriptsThatNeedIt() {
        assertThat(migrateDb.info().all())
                .extracting(MigrationInfo::type, MigrationInfo::description)
                .containsExactly(
                        tuple("SQL", "Create accounts"),
                        tuple("SQL", "Make room for ibans"),
                        tuple("JDBC", "Compute ibans"),
                        tuple("SQL", "Require ibans"),
                        tuple("JDBC", "Bank holidays"));
        // the example of the standard
        assertThat(jdbcClient
                        .sql("SELECT iban FROM account ORDER BY id")
                        .query(String.class)
                        .list())
                .contains("DE89370400440532013000")
                .allMatch(new Iban()::isValid);
    }

    @Test
    void fillsTheHolidays() {
        assertThat(jdbcClient
                        .sql("SELECT count(*) FROM bank_holiday")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void worksWithTheRepositoryOnceTheApplicationIsThere(@Autowired AccountRepository accounts) {
        assertThat(accounts.findAll()).extracting(Account::getGreeting).contains("Dear Ada Lovelace");
    }
}
