package dev.migratedb.internal.discovery;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** A file below a location, as resolvers see it. */
final class LocatedResource extends AbstractResource {

    private final LocatedFile file;

    LocatedResource(LocatedFile file) {
        this.file = file;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return file.later().open();
    }

    @Override
    public String getFilename() {
        return file.filename();
    }

    @Override
    public String getDescription() {
        return file.shown();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public boolean isFile() {
        return file.path() != null;
    }

    @Override
    public File getFile() throws IOException {
        if (file.path() == null) {
            throw new FileNotFoundException(file.shown() + " is no file of the file system");
        }
        return file.path().toFile();
    }

    @Override
    public URL getURL() throws IOException {
        return getFile().toURI().toURL();
    }

    /** The same file is equal, whatever it is reached by. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LocatedResource resource && file.identity().equals(resource.file.identity());
    }

    @Override
    public int hashCode() {
        return file.identity().hashCode();
    }
}
