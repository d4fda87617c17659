package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.result.ValidationFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Folders that are named after the database. */
abstract class VendorLocationContractTests extends ContractTests {

    /** How Spring Boot calls it. */
    abstract String vendor();

    @Override
    MigrateDb.Builder engine() {
        return super.engine().locations("filesystem:" + folder + "/{vendor}");
    }

    @Test
    void takesTheFolderThatIsNamedAfterTheDatabase() {
        script(vendor() + "/V1__one.sql", "create table thing (id int);");
        script("other/V2__two.sql", "create table other (id int);");

        MigrateDb engine = engine().load();

        assertThat(engine.migrate().migrationsExecuted()).isOne();
        assertThat(history()).containsExactly("1 1 one SQL V1__one.sql ok");
        assertThat(engine.settings().locations()).containsExactly("filesystem:" + folder + "/" + vendor());
    }

    @Test
    void asksTheDatabaseOnce() {
        script(vendor() + "/V1__one.sql", "create table thing (id int);");
        AtomicInteger connections = new AtomicInteger();
        MigrateDb engine = engine().dataSource(new DelegatingDataSource(database.dataSource()) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        connections.incrementAndGet();
                        return super.getConnection();
                    }
                })
                .load();
        assertThat(connections).hasValue(0);
        engine.info();
        assertThat(connections).hasValue(2);

        engine.info();

        assertThat(connections).hasValue(3);
    }

    @Test
    void waitsForADatabaseThatCannotBeAskedYet() {
        script(vendor() + "/V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        AtomicInteger attempts = new AtomicInteger();
        MigrateDb waiting = engine().dataSource(new DelegatingDataSource(database.dataSource()) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        if (attempts.incrementAndGet() <= 2) {
                            throw new SQLException("Connection refused", "08001");
                        }
                        return super.getConnection();
                    }
                })
                .load();

        assertThat(waiting.awaitMigrations(Duration.ofMinutes(1), Duration.ofMillis(20))
                        .applied())
                .hasSize(1);
        assertThat(attempts).hasValueGreaterThan(2);
    }

    @Test
    void namesWhatStandsForNothing() {
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().locations("filesystem:" + folder + "/{database}")
                        .load()
                        .migrate())
                .withMessageContaining("{database} stands for nothing; there are {instance} and {vendor}");
    }
}
