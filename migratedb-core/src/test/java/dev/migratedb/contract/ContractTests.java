package dev.migratedb.contract;

import dev.migratedb.MigrateDb;
import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh database and an empty folder of scripts for each test. */
abstract class ContractTests {

    static final String HISTORY = "\"migratedb_state\"";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    FreshDatabase database;

    /** The database that the tests run against. */
    abstract TestDatabase server();

    /** Whether the database takes DDL back with its transaction. */
    boolean transactionalDdl() {
        return server().transactionalDdl();
    }

    /** Where history and objects go: into a schema that the run creates, where the database can create one. */
    MigrateDb.Builder engineInSchema() {
        return server().hasSchemas() ? engine().schemas("shop") : engine();
    }

    /** A table of such a run as it stands in SQL. */
    String inSchema(String table) {
        return server().hasSchemas() ? "\"shop\"." + table : table;
    }

    /** How the SQLState of an error in a statement begins that names what is not there. */
    String notThere() {
        return server().hasSqlStates() ? "SQLState 42" : "SQLState null";
    }

    @BeforeEach
    void openDatabase() {
        database = server().freshDatabase();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    /** Writes a script into the folder. */
    Path script(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            boolean sql = name.endsWith(".sql") || name.endsWith(".ddl");
            return Files.writeString(file, sql ? server().spelled(content) : content, StandardCharsets.UTF_8);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** An engine for the database and the folder, to be configured further. */
    MigrateDb.Builder engine() {
        return MigrateDb.configure().dataSource(database.dataSource()).locations("filesystem:" + folder);
    }

    /** The rows of the history in short: rank, version, description, type, script, success. */
    java.util.List<String> history() {
        return database.jdbc()
                .sql("select \"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"success\" from "
                        + HISTORY + " where \"installed_rank\" >= 0 order by \"installed_rank\"")
                .query((row, number) -> row.getInt(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                        + row.getString(4) + " " + row.getString(5) + " " + (row.getBoolean(6) ? "ok" : "failed"))
                .list();
    }

    boolean historyExists() {
        return database.tables().stream().anyMatch(table -> table.endsWith("migratedb_state"));
    }

    long count(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
