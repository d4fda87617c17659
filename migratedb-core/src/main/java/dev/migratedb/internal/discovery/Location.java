package dev.migratedb.internal.discovery;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.ResourceUtils;
import org.springframework.util.StringUtils;

/**
 * A place to search, as the settings name it.
 *
 * @param text as it was configured
 * @param kind what searches it
 * @param root the part without wildcards: a path of the class path, an absolute path, or a whole resource location
 * @param pattern the part from the first wildcard on; null where there is none
 */
record Location(
        String text, Kind kind, String root, @Nullable String pattern) {

    /** What searches a location. */
    enum Kind {
        CLASS_PATH,
        FILE_SYSTEM,
        /** Whatever the resource loader makes of the protocol. */
        RESOURCES
    }

    private static final List<String> CLASS_PATH_PREFIXES = List.of("classpath*:", "classpath:");
    private static final String FILE_SYSTEM_PREFIX = "filesystem:";

    /** A single letter is a drive of Windows. */
    private static final Pattern PROTOCOL = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+):.*");

    private static final Pattern LEFT_OVER_PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+}");

    private static final Pattern WILDCARD = Pattern.compile("[*?]");

    /**
     * Reads a location.
     *
     * @throws IllegalArgumentException if it can be no location
     */
    static Location of(String text) {
        Matcher leftOver = LEFT_OVER_PLACEHOLDER.matcher(text);
        if (leftOver.find()) {
            throw new IllegalArgumentException(
                    leftOver.group() + " stands for nothing; there are {instance} and {vendor}");
        }
        for (String prefix : CLASS_PATH_PREFIXES) {
            if (text.startsWith(prefix)) {
                return ofClassPath(text, text.substring(prefix.length()));
            }
        }
        if (text.startsWith(FILE_SYSTEM_PREFIX)) {
            Parts parts = Parts.of(text.substring(FILE_SYSTEM_PREFIX.length()));
            return ofFileSystem(text, Path.of(parts.root()), parts.pattern());
        }
        if (text.startsWith(ResourceUtils.FILE_URL_PREFIX)) {
            Parts parts = Parts.of(text);
            try {
                return ofFileSystem(text, ResourceUtils.getFile(parts.root()).toPath(), parts.pattern());
            } catch (FileNotFoundException ex) {
                throw new IllegalArgumentException("it is no path of a file", ex);
            }
        }
        if (PROTOCOL.matcher(text).matches()) {
            Parts parts = Parts.of(text);
            return new Location(text, Kind.RESOURCES, parts.root(), parts.pattern());
        }
        return ofClassPath(text, text);
    }

    private static Location ofClassPath(String text, String path) {
        Parts parts = Parts.of(
                StringUtils.trimLeadingCharacter(StringUtils.cleanPath(path.replaceAll("[/\\\\]+", "/")), '/'));
        return new Location(text, Kind.CLASS_PATH, parts.root(), parts.pattern());
    }

    private static Location ofFileSystem(String text, Path root, @Nullable String pattern) {
        return new Location(
                text, Kind.FILE_SYSTEM, slashed(root.toAbsolutePath().normalize()), pattern);
    }

    /** The path with slashes on every platform. */
    static String slashed(Path path) {
        String text = path.toString();
        String separator = path.getFileSystem().getSeparator();
        return separator.equals("/") ? text : text.replace(separator, "/");
    }

    /** The protocol of a location that the resource loader has to know. */
    String protocol() {
        return text.substring(0, text.indexOf(':'));
    }

    /** What people are shown for a file of this location. */
    String shown(String relative) {
        return (kind == Kind.CLASS_PATH ? "classpath:" : "") + below(root, relative);
    }

    /** Whether everything that this location can find is found by the other one too, which is not the same. */
    boolean isInside(Location other) {
        if (kind != other.kind || other.pattern != null) {
            return false;
        }
        if (root.equals(other.root)) {
            return pattern != null;
        }
        String outer = below(other.root, "");
        return root.startsWith(outer) && !isHidden(root.substring(outer.length()));
    }

    /** Whether both find the same, although they may be spelled differently. */
    boolean isSameAs(Location other) {
        return kind == other.kind
                && root.equals(other.root)
                && (pattern == null ? other.pattern == null : pattern.equals(other.pattern));
    }

    /** Which files below the root belong to the location, by their paths relative to it. */
    Predicate<String> filter() {
        if (pattern == null) {
            return relative -> true;
        }
        AntPathMatcher matcher = new AntPathMatcher();
        boolean mayNameFiles = pattern.substring(pattern.lastIndexOf('/') + 1).contains(".");
        return relative -> matcher.match(pattern + "/**/*", relative)
                || (mayNameFiles && matcher.match(pattern, ScriptConf.scriptOf(relative)));
    }

    /** Whether a relative path leads through, or to, a name that begins with a dot. */
    static boolean isHidden(String relative) {
        return relative.startsWith(".") || relative.contains("/.");
    }

    /** A path below a directory; with an empty path, what all paths below that directory begin with. */
    static String below(String directory, String relative) {
        return directory.isEmpty() || directory.endsWith("/") ? directory + relative : directory + "/" + relative;
    }

    @Override
    public String toString() {
        return "'" + text + "'";
    }

    /** A path, divided before its first segment with a wildcard. */
    private record Parts(String root, @Nullable String pattern) {

        static Parts of(String path) {
            String slashed = path.replace('\\', '/');
            Matcher wildcard = WILDCARD.matcher(slashed);
            if (!wildcard.find()) {
                return new Parts(withoutTrailingSlashes(slashed), null);
            }
            int slash = slashed.lastIndexOf('/', wildcard.start());
            return new Parts(
                    slash < 0 ? "" : withoutTrailingSlashes(slashed.substring(0, slash + 1)),
                    withoutTrailingSlashes(slashed.substring(slash + 1)));
        }

        /** A lone slash, also after a protocol, is a root directory and stays. */
        private static String withoutTrailingSlashes(String path) {
            String trimmed = StringUtils.trimTrailingCharacter(path, '/');
            return trimmed.isEmpty() || trimmed.endsWith(":") ? path : trimmed;
        }
    }
}
