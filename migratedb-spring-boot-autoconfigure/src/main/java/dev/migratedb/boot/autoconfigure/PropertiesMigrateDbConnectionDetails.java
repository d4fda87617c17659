package dev.migratedb.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/** Connection details as the properties tell them. */
final class PropertiesMigrateDbConnectionDetails implements MigrateDbConnectionDetails {

    private final EngineProperties properties;

    PropertiesMigrateDbConnectionDetails(EngineProperties properties) {
        this.properties = properties;
    }

    @Override
    public @Nullable String getJdbcUrl() {
        return properties.getUrl();
    }

    @Override
    public @Nullable String getUsername() {
        return properties.getUser();
    }

    @Override
    public @Nullable String getPassword() {
        return properties.getPassword();
    }

    @Override
    public @Nullable String getDriverClassName() {
        return properties.getDriverClassName();
    }
}
