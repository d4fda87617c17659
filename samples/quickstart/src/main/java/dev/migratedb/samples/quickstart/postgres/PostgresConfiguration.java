package dev.migratedb.samples.quickstart.postgres;

import dev.migratedb.samples.quickstart.QuickstartApplication;
import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Connects the application to the PostgreSQL that it brings along, unless the user has one. */
@Configuration(proxyBeanMethods = false)
@Profile("!" + PostgresConfiguration.OWN_POSTGRES)
class PostgresConfiguration {

    /** The profile in which {@code spring.datasource.*} says where the database is. */
    static final String OWN_POSTGRES = "own-postgres";

    @Bean
    PostgresServer postgresServer(@Value("${quickstart.data-directory:}") String directory) {
        return PostgresServer.start(directory.isBlank() ? besideTheBuild() : Path.of(directory));
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(PostgresServer server) {
        return new JdbcConnectionDetails() {

            @Override
            public String getUsername() {
                return server.user();
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.jdbcUrl();
            }
        };
    }

    /** {@code data} beside {@code target}, whatever the working directory is; {@code mvn clean} leaves it alone. */
    private static Path besideTheBuild() {
        @Nullable File source = new ApplicationHome(QuickstartApplication.class).getSource();
        for (Path path = source == null ? null : source.toPath(); path != null; path = path.getParent()) {
            if (path.endsWith("target")) {
                return path.resolveSibling("data");
            }
        }
        return Path.of("quickstart-data");
    }
}
