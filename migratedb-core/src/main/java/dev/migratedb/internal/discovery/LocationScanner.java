package dev.migratedb.internal.discovery;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.util.ResourceUtils;
import org.springframework.util.StringUtils;

/** Lists locations of every kind. What it lists can be read fast until it is closed. */
final class LocationScanner implements Closeable {

    private static final String EVERYTHING = "**/*";

    private final ResourceLoader loader;
    private final ResourcePatternResolver resolver;
    private final JarFiles jars = new JarFiles();

    LocationScanner(ResourceLoader loader) {
        this.loader = loader;
        this.resolver = ResourcePatternUtils.getResourcePatternResolver(loader);
    }

    /**
     * Lists a location.
     *
     * @throws UnknownProtocolException if the resource loader cannot make anything of the location
     */
    Listing list(Location location) throws IOException {
        return switch (location.kind()) {
            case CLASS_PATH -> listClassPath(location);
            case FILE_SYSTEM -> listFileSystem(location);
            case RESOURCES -> listResources(location);
        };
    }

    private Listing listFileSystem(Location location) throws IOException {
        Path root = Path.of(location.root());
        if (Files.isDirectory(root)) {
            return DirectoryFiles.of(location, root);
        }
        return Listing.missing(
                Files.exists(root) ? root + " is a file, not a directory" : "there is no directory " + root);
    }

    private Listing listClassPath(Location location) throws IOException {
        String directory = ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX + Location.below(location.root(), "");
        List<Listing> parts = new ArrayList<>();
        for (Resource root : resolver.getResources(directory)) {
            URL url = root.getURL();
            URLConnection connection = ResourceUtils.isJarURL(url) ? url.openConnection() : null;
            if (connection instanceof JarURLConnection jarConnection) {
                parts.add(new Listing(jars.list(location, jarConnection), null, List.of()));
            } else if (!ResourceUtils.URL_PROTOCOL_FILE.equals(url.getProtocol())) {
                parts.add(new Listing(below(root, directory, location), null, List.of()));
            } else if (root.getFile().isDirectory()) {
                parts.add(DirectoryFiles.of(location, root.getFile().toPath()));
            }
        }
        if (parts.isEmpty()) {
            return Listing.missing("neither a directory nor a jar of the class path has " + location.root());
        }
        return new Listing(
                parts.stream().flatMap(part -> part.files().stream()).toList(),
                null,
                parts.stream().flatMap(part -> part.problems().stream()).toList());
    }

    /** For class paths that are neither directories nor jars, such as the one inside a native executable. */
    private List<LocatedFile> below(Resource root, String directory, Location location) throws IOException {
        String rootUri = Location.below(decoded(root), "");
        Predicate<String> filter = location.filter();
        List<LocatedFile> files = new ArrayList<>();
        for (Resource resource : resolver.getResources(directory + EVERYTHING)) {
            String uri = decoded(resource);
            if (uri.startsWith(rootUri) && resource.isReadable() && filter.test(uri.substring(rootUri.length()))) {
                files.add(file(location, uri.substring(rootUri.length()), uri, resource));
            }
        }
        return files;
    }

    private Listing listResources(Location location) throws IOException {
        String directory = Location.below(location.root(), "");
        Resource root = loader.getResource(directory);
        if (root instanceof ContextResource || root instanceof ClassPathResource) {
            throw new UnknownProtocolException(location);
        }
        Predicate<String> filter = location.filter();
        List<LocatedFile> files = new ArrayList<>();
        try {
            for (Resource resource : resolver.getResources(directory + EVERYTHING)) {
                String relative = relative(directory, resource);
                if (!Location.isHidden(relative) && filter.test(relative)) {
                    files.add(file(location, relative, location.shown(relative), resource));
                }
            }
        } catch (FileNotFoundException ex) {
            return Listing.missing("there is nothing at " + directory + " (" + ex.getMessage() + ")");
        }
        if (files.isEmpty() && !root.exists()) {
            return Listing.missing("there is nothing at " + directory);
        }
        return new Listing(files, null, List.of());
    }

    private static LocatedFile file(Location location, String relative, String identity, Resource resource) {
        return new LocatedFile(
                relative, location.shown(relative), identity, resource::getInputStream, resource::getInputStream);
    }

    /**
     * The path of a resource below a directory. Stores of objects differ in what they call the URI and the name of a
     * resource; the name may be the whole key, without the bucket that the directory names.
     */
    private static String relative(String directory, Resource resource) {
        try {
            String uri = decoded(resource);
            if (uri.startsWith(directory)) {
                return uri.substring(directory.length());
            }
        } catch (IOException ex) {
            // has no URI: its name has to do
        }
        String name = resource.getFilename() == null ? resource.getDescription() : resource.getFilename();
        String path = directory.substring(directory.indexOf(':') + 1).replaceFirst("^/+", "");
        String key = path.substring(path.indexOf('/') + 1);
        if (!key.isEmpty() && name.startsWith(key)) {
            return name.substring(key.length());
        }
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String decoded(Resource resource) throws IOException {
        String uri = resource.getURI().toString();
        try {
            return StringUtils.uriDecode(uri, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException ex) {
            // was never encoded
            return uri;
        }
    }

    @Override
    public void close() throws IOException {
        jars.close();
    }

    /** The resource loader does not know the protocol of a location. */
    static final class UnknownProtocolException extends IOException {

        private static final long serialVersionUID = 1L;

        UnknownProtocolException(Location location) {
            super("Location " + location + " cannot be read: nothing here knows the protocol '" + location.protocol()
                    + ":'");
        }
    }
}
