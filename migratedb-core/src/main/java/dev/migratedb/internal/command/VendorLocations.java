package dev.migratedb.internal.command;

import dev.migratedb.configuration.Configuration;
import dev.migratedb.configuration.ConnectionSettings;
import dev.migratedb.configuration.LocationSettings;
import dev.migratedb.internal.execution.WorkConnection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of an engine whose locations may name the database. Files are searched before a run connects, so the database is
 * asked beforehand, once per engine, and only where a location wants to know; it answers from what the driver knows.
 */
public final class VendorLocations {

    private static final String VENDOR = "{vendor}";

    private final Configuration configured;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Configuration located;

    public VendorLocations(Configuration configured) {
        this.configured = configured;
        this.located = namesVendor(configured.locations()) ? null : configured;
    }

    /** As far as it is known without connecting. */
    public Configuration known() {
        Configuration known = located;
        return known == null ? configured : known;
    }

    /**
     * With all locations.
     *
     * @throws dev.migratedb.migration.MigrateDbException if the database cannot be reached or is not supported
     */
    public Configuration located() {
        return located(configured.connection());
    }

    Configuration located(ConnectionSettings connection) {
        Configuration known = located;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            known = located;
            if (known == null) {
                known = in(vendor(connection));
                located = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private String vendor(ConnectionSettings connection) {
        try (WorkConnection work =
                WorkConnection.open(configured.ofInstance(), configured.dataSource(), List.of(), connection, null)) {
            return work.dialect().vendor();
        }
    }

    private Configuration in(String vendor) {
        LocationSettings locations = configured.locations();
        LocationSettings replaced = new LocationSettings(
                replaced(locations.locations(), vendor),
                replaced(locations.callbackLocations(), vendor),
                locations.failOnMissingLocations(),
                locations.encoding(),
                locations.detectEncoding(),
                locations.resourceLoader());
        // what was found without these locations is there already, and is not made again
        return configured.with(replaced, Extensions.complete(configured.extensions(), replaced));
    }

    private static List<String> replaced(List<String> locations, String vendor) {
        return locations.stream()
                .map(location -> location.replace(VENDOR, vendor))
                .toList();
    }

    private static boolean namesVendor(LocationSettings locations) {
        return locations.locations().stream().anyMatch(location -> location.contains(VENDOR))
                || locations.callbackLocations().stream().anyMatch(location -> location.contains(VENDOR));
    }
}
