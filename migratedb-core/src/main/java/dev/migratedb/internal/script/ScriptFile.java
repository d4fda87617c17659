package dev.migratedb.internal.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

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
 */
public record ScriptFile(
        String script,
        String location,
        Charset encoding,
        ScriptOptions options,
        long size,
        int checksum,
        Content content) {

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
