package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists a directory of a file system with everything below it, except hidden directories and hidden files. */
final class DirectoryFiles extends SimpleFileVisitor<Path> {

    private final Location location;
    private final Path root;
    private final Predicate<String> filter;
    private final List<LocatedFile> files = new ArrayList<>();
    private final List<ScriptProblem> problems = new ArrayList<>();

    /** The directory that is being listed, without symbolic links, so that the same file is known by one path. */
    private Path realDirectory;

    private DirectoryFiles(Location location, Path root) {
        this.location = location;
        this.root = root;
        this.filter = location.filter();
        this.realDirectory = root;
    }

    static Listing of(Location location, Path root) throws IOException {
        DirectoryFiles visitor = new DirectoryFiles(location, root);
        // links are followed: mounted configuration consists of them
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        visitor.files.sort(Comparator.comparing(LocatedFile::relative));
        return new Listing(visitor.files, null, visitor.problems);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        if (!directory.equals(root) && (isDotted(directory) || Files.isHidden(directory))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        realDirectory = directory.toRealPath();
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
        if (failure != null) {
            return visitFileFailed(directory, failure);
        }
        Path parent = directory.getParent();
        if (!directory.equals(root) && parent != null) {
            realDirectory = parent.toRealPath();
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String relative = Location.slashed(root.relativize(file));
        if (!isDotted(file) && filter.test(relative)) {
            String identity = realDirectory.resolve(file.getFileName()).toString();
            files.add(new LocatedFile(
                    relative,
                    location.shown(relative),
                    identity,
                    () -> Files.newInputStream(file),
                    () -> Files.newInputStream(file),
                    file.getFileSystem() == FileSystems.getDefault() ? file.toAbsolutePath() : null));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        if (!(failure instanceof FileSystemLoopException)) {
            problems.add(new ScriptProblem(
                    ErrorCode.UNREADABLE_FILE,
                    null,
                    "Location " + location + " cannot be searched: " + file + " cannot be read (" + failure + ").",
                    "Make it readable for the user that runs the application."));
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean isDotted(Path path) {
        return Location.isHidden(path.getFileName().toString());
    }
}
