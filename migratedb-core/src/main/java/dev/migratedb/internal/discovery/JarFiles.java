package dev.migratedb.internal.discovery;

import dev.migratedb.internal.script.ScriptFile;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Lists directories of jars. A jar is opened once, and its entries are read through that one {@code JarFile}: to look
 * each of them up by its URL takes many times longer. Closes what it has opened.
 */
final class JarFiles implements Closeable {

    private final Map<String, JarFile> opened = new HashMap<>();

    /** The files below a directory of a jar. */
    List<LocatedFile> list(Location location, JarURLConnection directory) throws IOException {
        String url = directory.getJarFileURL().toString();
        JarFile jar = opened.get(url);
        if (jar == null) {
            jar = open(directory);
            opened.put(url, jar);
        }
        String prefix = directory.getEntryName() == null ? "" : Location.below(directory.getEntryName(), "");
        Predicate<String> filter = location.filter();
        List<LocatedFile> files = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
                continue;
            }
            String relative = entry.getName().substring(prefix.length());
            if (!Location.isHidden(relative) && filter.test(relative)) {
                files.add(new LocatedFile(
                        relative,
                        location.shown(relative),
                        url + "!/" + entry.getName(),
                        contentOf(jar, entry),
                        contentOf(directory.getURL(), entry.getName())));
            }
        }
        files.sort(Comparator.comparing(LocatedFile::relative));
        return files;
    }

    private static ScriptFile.Content contentOf(JarFile jar, ZipEntry entry) {
        return () -> jar.getInputStream(entry);
    }

    /** Content that opens the jar of that URL for itself. */
    private static ScriptFile.Content contentOf(URL anywhereInJar, String entryName) {
        return () -> {
            JarFile jar = open((JarURLConnection) anywhereInJar.openConnection());
            try {
                ZipEntry entry = jar.getEntry(entryName);
                if (entry == null) {
                    throw new FileNotFoundException(jar.getName() + " no longer has " + entryName);
                }
                return new ClosingStream(jar.getInputStream(entry), jar);
            } catch (IOException | RuntimeException ex) {
                jar.close();
                throw ex;
            }
        };
    }

    /** A jar that is ours to close: the one in the cache of all connections may be in use elsewhere. */
    private static JarFile open(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        return connection.getJarFile();
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : opened.values()) {
            jar.close();
        }
    }

    /** Closes, after itself, what it reads from. */
    private static final class ClosingStream extends FilterInputStream {

        private final Closeable source;

        ClosingStream(InputStream stream, Closeable source) {
            super(stream);
            this.source = source;
        }

        @Override
        public void close() throws IOException {
            try (source) {
                super.close();
            }
        }
    }
}
