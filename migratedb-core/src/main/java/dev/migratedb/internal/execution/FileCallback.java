package dev.migratedb.internal.execution;

import dev.migratedb.callback.Callback;

/** A callback that is a file, and is called by its name. */
interface FileCallback extends Callback {

    /** What it is written in, as the log says it. */
    String kind();

    /** The file, as the locations know it. */
    String file();
}
