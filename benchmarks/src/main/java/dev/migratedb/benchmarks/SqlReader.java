package dev.migratedb.benchmarks;

import java.io.IOException;

/** A tool that reads a script and finds its statements. */
interface SqlReader {

    String name();

    /**
     * Reads the whole script.
     *
     * @return how many statements the tool finds
     */
    int read() throws IOException;
}
