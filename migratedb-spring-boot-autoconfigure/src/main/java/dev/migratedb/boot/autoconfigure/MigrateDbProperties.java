package dev.migratedb.boot.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The properties {@code migratedb.*}: those of the engine, or the defaults of all instances, and those of the application as a whole. */
@ConfigurationProperties("migratedb")
public class MigrateDbProperties extends EngineProperties {

    /**
     * What the application does in place of starting: it runs this command and ends, with an exit code. Goes before 'mode'.
     */
    private @Nullable Command command;

    /** Whether the database is migrated in a training run, too, which 'spring.context.exit' ends. */
    private boolean runInTraining;

    private final Endpoint endpoint = new Endpoint();

    /**
     * Engines by their names, each for a database of its own. Where there are any, all other properties, except for 'command',
     * 'run-in-training' and 'endpoint', are only their defaults.
     */
    private Map<String, InstanceProperties> instances = new LinkedHashMap<>();

    public @Nullable Command getCommand() {
        return command;
    }

    public void setCommand(@Nullable Command command) {
        this.command = command;
    }

    public boolean isRunInTraining() {
        return runInTraining;
    }

    public void setRunInTraining(boolean runInTraining) {
        this.runInTraining = runInTraining;
    }

    public Endpoint getEndpoint() {
        return endpoint;
    }

    public Map<String, InstanceProperties> getInstances() {
        return instances;
    }

    public void setInstances(Map<String, InstanceProperties> instances) {
        this.instances = instances;
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
}
