package dev.migratedb.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The properties {@code migratedb.instances.<name>.*}. What is not set there is as in {@code migratedb.*}; lists replace those, maps add
 * to them.
 */
public class InstanceProperties extends EngineProperties {

    /** Name of the bean of the DataSource to migrate. By default the one of the 'url', else that of the application. */
    private @Nullable String dataSource;

    /** Whether beans that are not assigned to an instance take part in this one. By default, if it is the only instance. */
    private @Nullable Boolean primary;

    /** Names of the instances that are migrated before this one. */
    private List<String> dependsOn = new ArrayList<>();

    public @Nullable String getDataSource() {
        return dataSource;
    }

    public void setDataSource(@Nullable String dataSource) {
        this.dataSource = dataSource;
    }

    public @Nullable Boolean getPrimary() {
        return primary;
    }

    public void setPrimary(@Nullable Boolean primary) {
        this.primary = primary;
    }

    public List<String> getDependsOn() {
        return dependsOn;
    }

    public void setDependsOn(List<String> dependsOn) {
        this.dependsOn = dependsOn;
    }
}
