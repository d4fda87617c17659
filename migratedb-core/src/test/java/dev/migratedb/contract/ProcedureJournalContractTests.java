package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.result.ValidationFailedException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A procedure that has committed a part of its work when it fails. */
abstract class ProcedureJournalContractTests extends ContractTests {

    /** Makes a procedure half_way that inserts 2 into the table one, commits, and then inserts 3 into the table other. */
    abstract String halfWay();

    /** A statement that keeps others from inserting into a table, until its transaction or its session ends. */
    abstract String lock(String table);

    @BeforeEach
    void createProcedure() {
        database.execute("create table one (id int)", "create table other (id int)", halfWay());
        script("V1__call.sql", "-- migratedb: executeInTransaction=false\ncall half_way();\n");
    }

    private void assertAsks() {
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> engine().baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate())
                .withMessageContaining("does not tell whether it took effect");
        assertThat(database.strings("select id from one")).containsExactly("2");
    }

    @Test
    void isAskedAboutAndNotCalledAgain() {
        database.execute("drop table other");
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate());
        database.execute("create table other (id int)");

        assertAsks();
    }

    @Test
    void isNotCalledAgainWhereALockWasNotFreeInTime() throws Exception {
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(lock("other"));
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> engine().baselineOnMigrate(true)
                    .baselineVersion("0")
                    .ddlLockTimeout(Duration.ofSeconds(1))
                    .ddlLockRetries(50)
                    .load()
                    .migrate());

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> run.orTimeout(60, TimeUnit.SECONDS).join())
                    .withCauseInstanceOf(MigrationFailedException.class);
            holder.rollback();
        }

        assertAsks();
    }
}
