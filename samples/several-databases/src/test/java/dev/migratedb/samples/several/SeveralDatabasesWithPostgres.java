package dev.migratedb.samples.several;

import dev.migratedb.testsupport.FreshDatabase;
import dev.migratedb.testsupport.PostgresTestDatabase;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Starts the application with a PostgreSQL that is there for this run only: in a container where Docker runs, else embedded. */
final class SeveralDatabasesWithPostgres {

    /** They say more than the application does, and that there is no Docker, as if it were an error. */
    private static final List<String> QUIET = List.of("io.zonky", "org.testcontainers");

    private SeveralDatabasesWithPostgres() {}

    public static void main(String[] args) {
        LoggingSystem logging = LoggingSystem.get(SeveralDatabasesWithPostgres.class.getClassLoader());
        QUIET.forEach(logger -> logging.setLogLevel(logger, LogLevel.OFF));
        try (FreshDatabase postgres = PostgresTestDatabase.get().freshDatabase()) {
            SpringApplication.from(SeveralDatabasesApplication::main)
                    .run(
                            "--spring.datasource.url=" + postgres.url(),
                            "--spring.datasource.username=" + postgres.user(),
                            "--spring.datasource.password=" + postgres.password(),
                            "--logging.level.io.zonky=off")
                    .getApplicationContext()
                    .close();
        }
    }
}
