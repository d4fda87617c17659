package dev.migratedb.boot.autoconfigure;

import org.springframework.core.SpringProperties;

/**
 * A start of which only a trace is kept, for class data sharing or for the AOT cache, and that ends when the context is there. It
 * may be part of a build, so it leaves the database alone unless a property says otherwise.
 */
final class TrainingRun {

    private static final String EXIT = "spring.context.exit";

    private TrainingRun() {}

    /** Whether this is one that leaves the database alone. A command is given on purpose. */
    static boolean leavesDatabaseAlone(MigrateDbProperties properties) {
        return "onRefresh".equalsIgnoreCase(SpringProperties.getProperty(EXIT))
                && properties.getCommand() == null
                && !properties.isRunInTraining();
    }
}
