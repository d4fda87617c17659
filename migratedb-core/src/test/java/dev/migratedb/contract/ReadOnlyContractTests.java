package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.MigrateDbException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A connection that can only read is told of before anything is done, and is enough where there is nothing to do. */
abstract class ReadOnlyContractTests extends ContractTests {

    /** The database through connections that may only read. */
    abstract DataSource readOnly();

    /** What a user must read: whose doing it is, and what to set. */
    abstract String[] explanation();

    @Test
    void isToldOfBeforeAnythingIsDone() {
        // a database in a file must be there to be opened for reading
        database.execute("create table before_migrations (id int)");
        script("V1__one.sql", "create table thing (id int);");
        RecordingCallback callback = new RecordingCallback();

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().baselineOnMigrate(true)
                        .baselineVersion("0")
                        .dataSource(readOnly())
                        .callbacks(callback)
                        .load()
                        .migrate())
                .withMessageContainingAll(explanation())
                .withMessageContaining("Nothing was changed.")
                .satisfies(ex -> assertThat(ex.errorCode()).isEqualTo(ErrorCode.CONFIGURATION));
        assertThat(callback.fired()).doesNotContain("beforeMigrate ").endsWith("afterMigrateError");
        assertThat(database.tables()).hasSize(1);
    }

    @Test
    void isEnoughWhereThereIsNothingToDo() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();

        DataSource readOnly = readOnly();

        assertThat(engine().dataSource(readOnly).load().migrate().migrationsExecuted())
                .isZero();
        assertThat(engine().dataSource(readOnly).load().validate().problems()).isEmpty();
        assertThat(engine().dataSource(readOnly).load().info().applied()).hasSize(1);
    }

    @Test
    void otherCommandsAreRefusedInTheSameWay() {
        script("V1__one.sql", "create table thing (id int);");
        engine().load().migrate();
        List<String> before = database.tables();

        assertThatExceptionOfType(MigrateDbException.class)
                .isThrownBy(() -> engine().dataSource(readOnly())
                        .cleanDisabled(false)
                        .load()
                        .clean())
                .withMessageContainingAll(explanation());
        assertThat(database.tables()).isEqualTo(before);
    }
}
