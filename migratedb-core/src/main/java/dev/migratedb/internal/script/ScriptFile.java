package dev.migratedb.internal.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A script that was found, without its content.
 *
 * @param script path below its location, with slashes: what the history column {@code script} gets
 * @param location the place as people know it: {@code classpath:db/migration/V1__a.sql}, or a path
 * @param encoding of the content
 * @param options what the script says about itself
 * @param size in bytes
 * @param checksum of the raw content, see {@link LineChecksum}
 * @param content opens the content, each time from its beginning
 * @param language what it is written in
 * @param path where the operating system finds it; null where it does not, as in a jar
 */
public record ScriptFile(
        String script,
        String location,
        Charset encoding,
        ScriptOptions options,
        long size,
        int checksum,
        Content content,
        ScriptLanguage language,
        @Nullable Path path) {

    /** A script in SQL. */
    public ScriptFile(
            String script,
            String location,
            Charset encoding,
            ScriptOptions options,
            long size,
            int checksum,
            Content content) {
        this(script, location, encoding, options, size, checksum, content, ScriptLanguage.SQL, null);
    }

    /** Opens the content of a file. */
    @FunctionalInterface
    public interface Content {

        /** A new stream from the beginning; the caller closes it. */
        InputStream open() throws IOException;
    }

    /** The name of the file, without directories. */
    public String filename() {
        return script.substring(script.lastIndexOf('/') + 1);
    }
}
