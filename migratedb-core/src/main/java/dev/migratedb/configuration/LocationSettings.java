package dev.migratedb.configuration;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ResourceLoader;

/**
 * Where files are searched.
 *
 * @param locations of migrations and callbacks: {@code classpath:} (also without prefix), {@code filesystem:}, or any
 *     protocol that the resource loader knows; {@code *}, {@code **} and {@code ?} are wildcards
 * @param callbackLocations searched for callbacks in addition
 * @param failOnMissingLocations whether a location that does not exist is an error; else it is one warning
 * @param encoding of all files
 * @param detectEncoding whether a byte order mark at the beginning of a file tells its encoding
 * @param resourceLoader what resolves the locations
 */
public record LocationSettings(
        List<String> locations,
        List<String> callbackLocations,
        boolean failOnMissingLocations,
        Charset encoding,
        boolean detectEncoding,
        ResourceLoader resourceLoader) {

    /** Where files are searched by default. */
    public static final String DEFAULT_LOCATION = "classpath:db/migration";

    /** The default encoding of all files. */
    public static final Charset DEFAULT_ENCODING = StandardCharsets.UTF_8;

    public LocationSettings {
        locations = Settings.texts("locations", locations);
        callbackLocations = Settings.texts("callback-locations", callbackLocations);
    }
}
