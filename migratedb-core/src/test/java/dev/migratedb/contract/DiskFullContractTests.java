package dev.migratedb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migratedb.MigrateDb;
import dev.migratedb.migration.MigrationFailedException;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There is no room for what a migration writes; later there is. */
abstract class DiskFullContractTests {

    private static final int MUCH = 12_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private SmallDisk disk;

    @SuppressWarnings("NullAway.Init")
    private FreshDatabase database;

    abstract SmallDisk disk();

    /** As many rows, each with a number. */
    abstract String rows(int count);

    /** What the server says of it. */
    abstract String cause();

    /** What is said of a table that was created in front of the statement that failed. */
    abstract String stateOfTable();

    @BeforeEach
    void open() {
        disk = disk();
        database = disk.freshDatabase();
    }

    @AfterEach
    void close() {
        database.close();
        disk.close();
    }

    @Test
    void rowsWithoutRoomAreTakenBackAndAreThereOnceWhenThereIsRoom() throws IOException {
        script("V1__one.sql", "create table thing (id int, content varchar(2000));");
        script("V2__much.sql", "insert into thing values (0, 'little');\n" + much());

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().migrate())
                .withMessageContainingAll("V2__much.sql:2:1", cause(), "rolled back", "version 1 - one, stays")
                .satisfies(ex -> assertThat(ex.rolledBack()).isTrue());
        assertThat(things()).isZero();

        disk.makeRoom();
        assertThat(engine().migrate().migrationsExecuted()).isEqualTo(1);
        assertThat(things()).isEqualTo(MUCH + 1);
    }

    @Test
    void aScriptWithATableEndsWellWhenThereIsRoom() throws IOException {
        script("V1__both.sql", "create table thing (id int, content varchar(2000));\n" + much());

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> engine().migrate())
                .withMessageContainingAll("V1__both.sql:2:1", cause(), stateOfTable());

        disk.makeRoom();
        assertThat(engine().migrate().migrationsExecuted()).isEqualTo(1);
        assertThat(things()).isEqualTo(MUCH);
    }

    private String much() {
        return "insert into thing select i, '" + "x".repeat(1900) + "' from " + rows(MUCH) + ";";
    }

    private void script(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private MigrateDb engine() {
        return MigrateDb.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + folder)
                .load();
    }

    private long things() {
        return database.jdbc()
                .sql("select count(*) from thing")
                .query(Long.class)
                .single();
    }
}
