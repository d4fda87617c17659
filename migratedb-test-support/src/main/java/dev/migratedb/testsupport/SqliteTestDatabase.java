package dev.migratedb.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** SQLite, in files: a database in memory belongs to one connection only. */
public final class SqliteTestDatabase implements TestDatabase {

    private static final SqliteTestDatabase INSTANCE = new SqliteTestDatabase();

    private SqliteTestDatabase() {}

    public static SqliteTestDatabase get() {
        return INSTANCE;
    }

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    /** Its schemas are databases that a connection attaches; an unqualified name means the main one first. */
    @Override
    public boolean hasSchemas() {
        return false;
    }

    @Override
    public boolean hasSqlStates() {
        return false;
    }

    @Override
    public FreshDatabase freshDatabase() {
        Path folder = temporaryFolder();
        String url = "jdbc:sqlite:" + folder.resolve("database.sqlite");
        // what a crash of the machine would destroy need not survive here
        DataSource dataSource = new DriverManagerDataSource(url + "?synchronous=OFF");
        return new FreshDatabase(url, "", "", dataSource, dataSource, CatalogQueries.SQLITE, () -> delete(folder));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("migratedb-sqlite-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
