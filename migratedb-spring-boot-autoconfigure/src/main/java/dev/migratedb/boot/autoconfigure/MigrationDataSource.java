package dev.migratedb.boot.autoconfigure;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The database that is migrated.
 *
 * @param dataSource where the engine connects
 * @param application the application's own {@code DataSource}, where that is on the same database; may be the one above
 */
record MigrationDataSource(DataSource dataSource, @Nullable DataSource application) {

    /** What, beside the engine's own, must see the connection of a run. */
    List<DataSource> joined() {
        return application == null || application == dataSource ? List.of() : List.of(application);
    }

    /** What the application's own transactions are on; if it is not known to be this database, they are found out not to be. */
    DataSource ofApplication() {
        return application == null ? dataSource : application;
    }

    /** Whether the tables behind the given {@code DataSource} come from migrations. */
    boolean covers(DataSource other) {
        return other == dataSource || other == application;
    }

    /** What two of the same database have in common: the application's {@code DataSource}, a URL, or at least the {@code DataSource}. */
    Object identity() {
        if (application != null) {
            return application;
        }
        DataSource target = dataSource;
        while (target instanceof DelegatingDataSource delegating && delegating.getTargetDataSource() != null) {
            target = delegating.getTargetDataSource();
        }
        String url = target instanceof AbstractDriverBasedDataSource byUrl ? byUrl.getUrl() : null;
        return url == null ? target : url;
    }
}
