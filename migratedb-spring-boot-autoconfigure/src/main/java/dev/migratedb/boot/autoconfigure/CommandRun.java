package dev.migratedb.boot.autoconfigure;

import dev.migratedb.MigrateDb;
import dev.migratedb.boot.autoconfigure.MigrateDbProperties.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the command that the application was started for. What a command finds out is printed, what it does it logs itself. */
final class CommandRun {

    private static final Logger logger = LoggerFactory.getLogger(CommandRun.class);

    private final Command command;
    private final String ofInstance;
    private final PrintStream out;

    /**
     * Creates the run.
     *
     * @param instance how the engine is called; null where there is only one
     */
    CommandRun(Command command, @Nullable String instance, PrintStream out) {
        this.command = command;
        this.ofInstance = instance == null ? "" : " for instance '" + instance + "'";
        this.out = out;
    }

    /**
     * Runs the command on an engine.
     *
     * @throws CommandFailedException if it fails
     */
    void run(MigrateDb migrateDb) {
        try {
            carryOut(migrateDb);
        } catch (RuntimeException ex) {
            throw new CommandFailedException(command, ofInstance, ex);
        }
        logger.info("The command '{}' of 'migratedb.command' is done{}", command, ofInstance);
    }

    private void carryOut(MigrateDb migrateDb) {
        switch (command) {
            case MIGRATE -> migrateDb.migrate();
            case INFO -> out.println(migrateDb.info().asTable());
            case VALIDATE -> migrateDb.validate();
            case REPAIR -> migrateDb.repair();
            case BASELINE -> migrateDb.baseline();
            case UNDO -> migrateDb.undo();
            case CLEAN -> migrateDb.clean();
            case PLAN -> print(migrateDb);
            case EXPORT_FLYWAY_HISTORY -> migrateDb.exportFlywayHistory();
        }
    }

    private void print(MigrateDb migrateDb) {
        try {
            migrateDb.plan().writeTo(out);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
