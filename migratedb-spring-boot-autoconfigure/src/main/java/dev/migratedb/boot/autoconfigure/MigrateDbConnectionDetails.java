package dev.migratedb.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * How to connect for migrations only. A bean of this type wins over the properties {@code migratedb.url}, {@code user},
 * {@code password} and {@code driver-class-name}. User and password are asked whenever a connection is made, by any thread, so that they
 * may change while the application runs; URL and driver are asked once.
 */
public interface MigrateDbConnectionDetails extends ConnectionDetails {

    /** The JDBC URL; null means that of the application's {@code DataSource}. */
    @Nullable
    String getJdbcUrl();

    /** The user; null means, without a URL, that of the application's {@code DataSource}. */
    @Nullable
    String getUsername();

    /** The password of the user. */
    @Nullable
    String getPassword();

    /** The class of the driver; null means the one that the URL calls for. */
    default @Nullable String getDriverClassName() {
        return null;
    }
}
