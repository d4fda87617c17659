package dev.migratedb.boot.autoconfigure;

/** Ends the process of an application that was started for one command. */
@FunctionalInterface
interface CommandExit {

    /**
     * Ends this process, though its context is not there yet. Not on the thread of the caller: were the process told to end at the same
     * moment, that thread would be blocked until the hook of Spring Boot has closed the context, which waits for
     * the thread that makes it. A context takes a thread that only waits for one that is ending the process.
     */
    CommandExit OF_PROCESS = code -> {
        Thread exit = new Thread(() -> System.exit(code), "migratedb-exit");
        exit.start();
        while (exit.isAlive()) {
            try {
                exit.join();
            } catch (InterruptedException ex) {
                // the context wants to know whether this thread still does something
                continue;
            }
        }
    };

    void exit(int code);
}
