package dev.migratedb.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The properties that say what the application does at its start, and shows of its migrations. */
abstract class StartProperties extends MigrationProperties {

    /** Whether the database is migrated at startup. */
    private boolean enabled = true;

    /** What happens to the database at startup. */
    private Mode mode = Mode.MIGRATE;

    /**
     * What the application does in place of starting: it runs this command and ends, with an exit code. Goes before 'mode'.
     */
    private @Nullable Command command;

    private final Wait wait = new Wait();

    private final Endpoint endpoint = new Endpoint();

    private final Observation observation = new Observation();

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public Mode getMode() {
        return mode;
    }

    public void setMode(Mode mode) {
        this.mode = mode;
    }

    public @Nullable Command getCommand() {
        return command;
    }

    public void setCommand(@Nullable Command command) {
        this.command = command;
    }

    public Endpoint getEndpoint() {
        return endpoint;
    }

    public Observation getObservation() {
        return observation;
    }

    public Wait getWait() {
        return wait;
    }

    /** What happens to the database when the application starts. */
    public enum Mode {
        /** It is migrated. */
        MIGRATE,
        /** Nothing is changed: the application does not start unless everything is applied and nothing is wrong. */
        VALIDATE,
        /** Nothing is changed: the start waits until another process has migrated. */
        WAIT,
        /** Nothing: the beans are there for code that uses them. */
        OFF
    }

    /** What an application may do in place of starting. */
    public enum Command {
        /** Runs everything that is pending. */
        MIGRATE,
        /** Prints where everything stands. */
        INFO,
        /** Checks that everything is applied, and that nothing is wrong. */
        VALIDATE,
        /** Makes the history agree with the files. */
        REPAIR,
        /** Begins a history in a schema that was in use before. */
        BASELINE,
        /** Takes back what was applied last. */
        UNDO,
        /** Empties the schemas. */
        CLEAN,
        /** Prints what migrating would do, as a script. */
        PLAN,
        /** Hands the history back to Flyway. */
        EXPORT_FLYWAY_HISTORY;

        /** As it is written in a property. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The endpoint 'migratedb' of the actuator. */
    public static class Endpoint {

        /** What may be asked for beyond reading. */
        private List<Operation> writeOperations = new ArrayList<>();

        public List<Operation> getWriteOperations() {
            return writeOperations;
        }

        public void setWriteOperations(List<Operation> writeOperations) {
            this.writeOperations = writeOperations;
        }

        /** What can be asked for. */
        public enum Operation {
            /** Compares files and history. */
            VALIDATE,
            /** Mends the history. */
            REPAIR,
            /** Undoes the last version. */
            UNDO
        }
    }

    /** What is told to Micrometer. */
    public static class Observation {

        /** Whether each statement is observed, which then are sent one by one. */
        private boolean statements;

        public boolean isStatements() {
            return statements;
        }

        public void setStatements(boolean statements) {
            this.statements = statements;
        }
    }

    /** How the start waits for another process that migrates. */
    public static class Wait {

        /** How long to wait at most where 'mode' is 'wait'. */
        private Duration timeout = Duration.ofMinutes(10);

        /** How often to look whether the other process has migrated. */
        private Duration pollInterval = Duration.ofSeconds(2);

        public Duration getTimeout() {
            return timeout;
        }

        public void setTimeout(Duration timeout) {
            this.timeout = timeout;
        }

        public Duration getPollInterval() {
            return pollInterval;
        }

        public void setPollInterval(Duration pollInterval) {
            this.pollInterval = pollInterval;
        }
    }
}
