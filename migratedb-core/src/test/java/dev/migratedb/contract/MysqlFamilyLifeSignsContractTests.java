package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.migration.JavaMigration;
import dev.migratedb.migration.MigrationContext;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.migration.MigrationVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a run that shows that it lives takes for that, and gives back. */
abstract class MysqlFamilyLifeSignsContractTests extends ContractTests {

    private static final String NO_SIGNS = "Those who wait for the lock cannot see that this process lives";

    /** A migration that takes long enough to do what a test says. */
    private record Doing(Action action) implements JavaMigration {

        private interface Action {
            void run(MigrationContext context) throws Exception;
        }

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.of("2");
        }

        @Override
        public String getDescription() {
            return "long";
        }

        @Override
        public void migrate(MigrationContext context) throws Exception {
            action.run(context);
        }
    }

    private HikariDataSource pool(int size, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(size);
        config.setAutoCommit(autoCommit);
        config.setConnectionTimeout(20_000);
        return new HikariDataSource(config);
    }

    private static void awaitLine(LogLines lines, String begin) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> lines.all().stream().anyMatch(line -> line.startsWith(begin)));
    }

    @Test
    void givesBackLocksAndConnectionsAsTheyWere() throws SQLException {
        script("V1__one.sql", "create table thing (id int);");
        ShownSigns signs = new ShownSigns(database);
        try (HikariDataSource pool = pool(4, false)) {
            engine().dataSource(pool)
                    .javaMigrations(new Doing(context -> signs.await()))
                    .load()
                    .migrate();

            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(signs.sessions()).isEmpty();
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
        }
    }

    @Test
    void givesThemBackAfterAFailure() {
        script("V1__one.sql", "create table thing (id int);");
        ShownSigns signs = new ShownSigns(database);
        try (HikariDataSource pool = pool(4, true)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().dataSource(pool)
                            .javaMigrations(new Doing(context -> {
                                signs.await();
                                throw new IllegalStateException("in the middle");
                            }))
                            .load()
                            .migrate());

            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(signs.sessions()).isEmpty();
        }
    }

    @Test
    void aPoolOfOneConnectionIsEnough() {
        script("V1__one.sql", "create table thing (id int);");
        ShownSigns signs = new ShownSigns(database);
        try (HikariDataSource pool = pool(1, true);
                LogLines lines = new LogLines(Level.DEBUG)) {
            assertThat(engine().dataSource(pool)
                            .javaMigrations(new Doing(context -> awaitLine(lines, NO_SIGNS)))
                            .load()
                            .migrate()
                            .migrationsExecuted())
                    .isEqualTo(2);

            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(signs.sessions()).isEmpty();
        }
    }

    @Test
    void aPoolWithoutOneMoreThanTheSignsNeedIsLeftToTheMigration() {
        script("V1__one.sql", "create table thing (id int);");
        ShownSigns signs = new ShownSigns(database);
        try (HikariDataSource pool = pool(3, true);
                LogLines lines = new LogLines(Level.DEBUG)) {
            Doing needsTwoMore = new Doing(context -> {
                awaitLine(lines, NO_SIGNS);
                try (Connection one = pool.getConnection();
                        Connection two = pool.getConnection()) {
                    assertThat(signs.sessions()).isEmpty();
                }
            });

            assertThat(engine().dataSource(pool)
                            .javaMigrations(needsTwoMore)
                            .load()
                            .migrate()
                            .migrationsExecuted())
                    .isEqualTo(2);
        }
    }

    @Test
    void theConnectionOfTheRunIsNotTouchedWhereThereIsNoOther() throws SQLException {
        script("V1__one.sql", "create table thing (id int);");
        SingleConnectionDataSource only =
                new SingleConnectionDataSource(database.dataSource().getConnection(), true);
        try (LogLines lines = new LogLines(Level.DEBUG)) {
            Doing fails = new Doing(context -> {
                context.getJdbcClient().sql("insert into thing values (2)").update();
                awaitLine(lines, NO_SIGNS);
                throw new IllegalStateException("in the middle");
            });

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> engine().dataSource(only)
                            .javaMigrations(fails)
                            .load()
                            .migrate());
        } finally {
            only.destroy();
        }
        assertThat(count("thing")).isZero();
    }
}
