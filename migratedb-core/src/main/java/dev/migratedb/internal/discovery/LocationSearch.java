package dev.migratedb.internal.discovery;

import dev.migratedb.configuration.LocationSettings;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists the locations of the settings, each file once however many of them lead to it. One per search; not thread-safe.
 */
final class LocationSearch {

    private static final String MIGRATIONS = "migratedb.locations";
    private static final String CALLBACKS = "migratedb.callback-locations";

    private final LocationSettings settings;
    private final LocationScanner scanner;
    private final List<ScriptProblem> problems;
    private final List<String> warnings;

    /** By the identity of each file, the location that has it. */
    private final Map<String, Location> owners = new HashMap<>();

    private final List<Location> accepted = new ArrayList<>();
    private boolean anyExists;

    LocationSearch(
            LocationSettings settings, LocationScanner scanner, List<ScriptProblem> problems, List<String> warnings) {
        this.settings = settings;
        this.scanner = scanner;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** The files of the locations of migrations. */
    List<LocatedFile> migrationFiles() {
        return files(settings.locations(), MIGRATIONS);
    }

    /** The files of the locations of callbacks that no location of migrations has; to be asked for after those. */
    List<LocatedFile> callbackFiles() {
        return files(settings.callbackLocations(), CALLBACKS);
    }

    /** Whether at least one location of those listed so far exists. */
    boolean anyExists() {
        return anyExists;
    }

    private List<LocatedFile> files(List<String> texts, String setting) {
        List<LocatedFile> files = new ArrayList<>();
        for (Location location : worthListing(texts, setting)) {
            try {
                Listing listing = scanner.list(location);
                problems.addAll(listing.problems());
                if (listing.missing() == null) {
                    anyExists = true;
                } else {
                    reportMissing(location, listing.missing(), setting);
                }
                files.addAll(firstSeen(location, listing.files(), setting));
            } catch (LocationScanner.UnknownProtocolException ex) {
                problems.add(new ScriptProblem(
                        ErrorCode.CONFIGURATION,
                        null,
                        ex.getMessage() + ".",
                        "Correct '" + setting + "' (classpath: and filesystem: always work), or add the library"
                                + " that teaches Spring's ResourceLoader this protocol."));
            } catch (IOException ex) {
                problems.add(new ScriptProblem(
                        ErrorCode.UNREADABLE_FILE,
                        null,
                        "Location " + location + " cannot be searched (" + ex + ").",
                        "Make the location readable for the user that runs the application, or correct '" + setting
                                + "'."));
            }
        }
        return files;
    }

    /** The locations without those that others of them make superfluous. */
    private List<Location> worthListing(List<String> texts, String setting) {
        List<Location> candidates = new ArrayList<>();
        for (String text : texts) {
            try {
                candidates.add(Location.of(text));
            } catch (IllegalArgumentException ex) {
                problems.add(new ScriptProblem(
                        ErrorCode.CONFIGURATION,
                        null,
                        "Location '" + text + "' cannot be searched: " + ex.getMessage() + ".",
                        "Correct '" + setting + "'."));
            }
        }
        List<Location> others = new ArrayList<>(candidates);
        others.addAll(accepted);
        List<Location> worth = new ArrayList<>();
        for (Location candidate : candidates) {
            Optional<Location> outer =
                    others.stream().filter(candidate::isInside).findFirst();
            boolean twice = accepted.stream().anyMatch(candidate::isSameAs);
            if (twice) {
                warnings.add("Location " + candidate + " in '" + setting + "' is named twice; it is searched once.");
            } else if (outer.isPresent()) {
                warnings.add("Location " + candidate + " in '" + setting + "' lies inside location " + outer.get()
                        + "; its files are taken once, as files of the latter.");
            } else {
                worth.add(candidate);
                accepted.add(candidate);
            }
        }
        return worth;
    }

    private List<LocatedFile> firstSeen(Location location, List<LocatedFile> found, String setting) {
        List<LocatedFile> files = new ArrayList<>();
        Map<Location, List<LocatedFile>> taken = new LinkedHashMap<>();
        for (LocatedFile file : found) {
            Location owner = owners.putIfAbsent(file.identity(), location);
            if (owner == null) {
                files.add(file);
            } else if (owner != location) {
                taken.computeIfAbsent(owner, key -> new ArrayList<>()).add(file);
            }
        }
        // callbacks may well be searched in a directory above that of the migrations
        if (setting.equals(MIGRATIONS)) {
            taken.forEach((owner, again) -> warnings.add("Location " + location + " in '" + setting + "' has "
                    + (again.size() == 1 ? "a file" : again.size() + " files") + " that location " + owner
                    + " has too, such as " + again.get(0).relative()
                    + "; each is taken once, as a file of the latter."));
        }
        return files;
    }

    private void reportMissing(Location location, String reason, String setting) {
        String message = "Location " + location + " in '" + setting + "' does not exist: " + reason + ".";
        String remedy = "Create it"
                + (location.kind() == Location.Kind.CLASS_PATH
                        ? " (in a project of Maven or Gradle: src/main/resources/" + location.root() + ")"
                        : "")
                + ", or correct the setting.";
        if (settings.failOnMissingLocations()) {
            problems.add(new ScriptProblem(ErrorCode.MISSING_LOCATION, null, message, remedy));
        } else {
            warnings.add(message + " " + remedy);
        }
    }
}
