package dev.migratedb.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** H2, in memory or in files. */
public final class H2TestDatabase implements TestDatabase {

    private static final String USER = "sa";
    private static final String PASSWORD = "";

    private final boolean inFiles;

    private H2TestDatabase(boolean inFiles) {
        this.inFiles = inFiles;
    }

    /** Databases that live until they are closed, whether somebody is connected or not. */
    public static H2TestDatabase inMemory() {
        return new H2TestDatabase(false);
    }

    /**
     * Databases in a temporary folder. As H2 does by default, the last connection that closes also closes the files.
     */
    public static H2TestDatabase inFiles() {
        return new H2TestDatabase(true);
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public FreshDatabase freshDatabase() {
        if (inFiles) {
            Path folder = temporaryFolder();
            return database("jdbc:h2:file:" + folder.resolve("database"), () -> delete(folder));
        }
        return database("jdbc:h2:mem:test_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", () -> {});
    }

    private static FreshDatabase database(String url, Runnable afterShutdown) {
        DataSource dataSource = dataSource(url);
        return new FreshDatabase(url, USER, PASSWORD, dataSource, () -> {
            JdbcClient.create(dataSource).sql("shutdown").update();
            afterShutdown.run();
        });
    }

    private static DataSource dataSource(String url) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        dataSource.setUser(USER);
        dataSource.setPassword(PASSWORD);
        return dataSource;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("migratedb-h2-");
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
