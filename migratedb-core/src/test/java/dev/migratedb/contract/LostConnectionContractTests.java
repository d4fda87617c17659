package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import dev.migratedb.migration.MigrationFailedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A connection that is lost at the commit: the outcome is looked up and told, and the next run does what is missing. */
abstract class LostConnectionContractTests extends ContractTests {

    /** What happens when a commit is asked for. */
    enum Loss {
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    /** Loses the connection at the commit of the first transaction that has written a row for the given script. */
    private DataSource losing(Loss loss, AtomicBoolean lost) {
        return new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        Loss.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            if (method.getName().equals("commit") && lost.compareAndSet(false, true)) {
                                if (loss == Loss.AFTER_THE_COMMIT) {
                                    connection.commit();
                                } else {
                                    connection.rollback();
                                }
                                connection.close();
                                throw new SQLException("An I/O error occurred", "08006");
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException ex) {
                                throw ex.getTargetException();
                            }
                        });
            }
        };
    }

    void migratedOnce() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        script("V2__two.sql", "insert into thing values (2);");
        script("V3__three.sql", "insert into thing values (3);");
    }

    void assertCommitted(DataSource dataSource) {
        MigrateDbException failure = catchThrowableOfType(
                MigrateDbException.class,
                () -> engine().dataSource(dataSource).load().migrate());

        assertThat(failure)
                .isNotInstanceOf(MigrationFailedException.class)
                .hasMessageContainingAll(
                        "at the commit of version 2 - two: V2__two.sql", "It was committed", "Start again");
        assertThat(failure.errorCode()).isEqualTo(ErrorCode.CONNECTION);
        assertThat(history()).hasSize(2);
        assertNextRunDoes(1);
    }

    void assertNotCommitted(DataSource dataSource) {
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().dataSource(dataSource).load().migrate())
                .withMessageContainingAll("version 2 - two", "V2__two.sql")
                .satisfies(ex -> assertThat(ex.rolledBack()).isTrue());
        assertThat(history()).hasSize(1);
        assertNextRunDoes(2);
    }

    private void assertNextRunDoes(int migrations) {
        assertThat(engine().load().migrate().migrationsExecuted()).isEqualTo(migrations);
        assertThat(history()).hasSize(3).allMatch(row -> row.endsWith(" ok"));
        assertThat(database.strings("select id from thing order by id")).containsExactly("2", "3");
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void theOutcomeOfACommitWithoutAnswerIsLookedUp(Loss loss) {
        migratedOnce();
        AtomicBoolean lost = new AtomicBoolean();

        if (loss == Loss.AFTER_THE_COMMIT) {
            assertCommitted(losing(loss, lost));
        } else {
            assertNotCommitted(losing(loss, lost));
        }
        assertThat(lost).isTrue();
    }

    @Test
    void theLookUpNeedsNoMoreThanTheOneConnectionOfThePool() {
        migratedOnce();
        HikariConfig config = new HikariConfig();
        config.setDataSource(losing(Loss.AFTER_THE_COMMIT, new AtomicBoolean()));
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(5000);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertCommitted(pool);
        }
    }

    @Test
    void aGroupIsCommittedAsAWhole() {
        assumeTrue(transactionalDdl(), "there are no groups");
        migratedOnce();

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().group(true)
                        .dataSource(losing(Loss.AFTER_THE_COMMIT, new AtomicBoolean()))
                        .load()
                        .migrate())
                .withMessageContaining("It was committed");
        assertThat(history()).hasSize(3);
        assertThat(engine().load().migrate().migrationsExecuted()).isZero();
    }

    @Test
    void anOutcomeThatCannotBeLookedUpIsNotGuessed() {
        migratedOnce();
        AtomicBoolean lost = new AtomicBoolean();
        DataSource once = losing(Loss.AFTER_THE_COMMIT, lost);
        DataSource gone = new DelegatingDataSource(once) {
            @Override
            public Connection getConnection() throws SQLException {
                if (lost.get()) {
                    throw new SQLException("refused", "08001");
                }
                return super.getConnection();
            }
        };

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().dataSource(gone).load().migrate())
                .withMessageContainingAll("could not be asked", "a run reads the history first")
                .satisfies(ex -> assertThat(ex.rolledBack()).isFalse())
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("rolled back"));
    }
}
