package dev.migratedb.boot.autoconfigure;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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

    /** Whether the tables behind the given {@code DataSource} come from migrations. */
    boolean covers(DataSource other) {
        return other == dataSource || other == application;
    }
}
