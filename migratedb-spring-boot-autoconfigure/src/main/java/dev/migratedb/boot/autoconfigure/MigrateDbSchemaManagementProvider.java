package dev.migratedb.boot.autoconfigure;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/** Keeps Hibernate from creating, and at the end dropping, tables of an embedded database that is migrated. */
final class MigrateDbSchemaManagementProvider implements SchemaManagementProvider {

    private final ObjectProvider<MigrationDataSource> migrated;

    MigrateDbSchemaManagementProvider(ObjectProvider<MigrationDataSource> migrated) {
        this.migrated = migrated;
    }

    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        List<MigrationDataSource> known = migrated.stream().toList();
        // an engine of the application's own does not tell its DataSource: the answer that destroys nothing
        return known.isEmpty() || known.stream().anyMatch(each -> each.covers(dataSource))
                ? SchemaManagement.MANAGED
                : SchemaManagement.UNMANAGED;
    }
}
