package dev.migratedb.boot.autoconfigure;

/** Ends the process of an application that was started for one command. */
@FunctionalInterface
interface CommandExit {

    void exit(int code);
}
