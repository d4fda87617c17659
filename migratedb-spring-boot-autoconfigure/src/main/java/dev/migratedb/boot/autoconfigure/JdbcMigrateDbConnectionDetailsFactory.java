package dev.migratedb.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Lets migrations run in a database that something else has told how to reach, such as a service of Docker Compose. */
final class JdbcMigrateDbConnectionDetailsFactory
        implements ConnectionDetailsFactory<JdbcConnectionDetails, MigrateDbConnectionDetails> {

    // called by Spring Boot
    JdbcMigrateDbConnectionDetailsFactory() {}

    @Override
    public MigrateDbConnectionDetails getConnectionDetails(JdbcConnectionDetails input) {
        return new Adapted(input);
    }

    private record Adapted(JdbcConnectionDetails details) implements MigrateDbConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return details.getJdbcUrl();
        }

        @Override
        public @Nullable String getUsername() {
            return details.getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return details.getPassword();
        }

        @Override
        public String getDriverClassName() {
            return details.getDriverClassName();
        }
    }
}
