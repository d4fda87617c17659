package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.MigrateDbProperties.Command;
import dev.migratedb.boot.autoconfigure.StartProperties.Mode;
import dev.migratedb.boot.autoconfigure.StartProperties.Wait;
import dev.migratedb.migration.MigrateDbException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one engine does when the application starts. Each way ends in a line that says what was done. */
final class EngineStart {

    private static final Logger logger = LoggerFactory.getLogger(EngineStart.class);

    private final @Nullable String instance;
    private final Mode mode;
    private final Wait wait;
    private final @Nullable CommandRun command;
    private final MigrateDbMigrationStrategy migration;

    /**
     * Creates the start.
     *
     * @param instance how the engine is called; null where there is only one
     * @param properties those of the engine
     * @param command what is run in place of what the properties say; null for none
     * @param migration is asked only where something is to be migrated
     */
    EngineStart(
            @Nullable String instance,
            EngineProperties properties,
            @Nullable Command command,
            MigrateDbMigrationStrategy migration) {
        this.instance = instance;
        this.mode = properties.getMode();
        this.wait = properties.getWait();
        this.command = command == null ? null : new CommandRun(command, instance, System.out);
        this.migration = migration;
    }

    /** Whether the engine is used at all, so that it, and the migrations that are beans, must be there early. */
    boolean needsEngine() {
        return command != null || mode != Mode.OFF;
    }

    /** Says that the engine is not used. */
    void tellOff() {
        if (instance == null) {
            logger.info("Nothing is migrated at startup, since 'migratedb.mode' is 'off'");
        } else {
            logger.info("Nothing of instance '{}' is migrated at startup, since its mode is 'off'", instance);
        }
    }

    void run(MigrateDb migrateDb) {
        if (command != null) {
            command.run(migrateDb);
            return;
        }
        switch (mode) {
            case MIGRATE -> migration.migrate(migrateDb);
            case VALIDATE -> migrateDb.validate();
            case WAIT -> await(migrateDb);
            case OFF -> tellOff();
        }
    }

    private void await(MigrateDb migrateDb) {
        try {
            migrateDb.awaitMigrations(wait.getTimeout(), wait.getPollInterval());
        } catch (MigrateDbException ex) {
            throw new WaitFailedException(instance, ex);
        }
    }
}
