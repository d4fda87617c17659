package dev.migratedb.boot.autoconfigure;

import java.time.Duration;

/** The properties that say what the application does at its start, and shows of its migrations. */
abstract class StartProperties extends MigrationProperties {

    /** Whether the database is migrated at startup. */
    private boolean enabled = true;

    /** What happens to the database at startup. */
    private Mode mode = Mode.MIGRATE;

    private final Wait wait = new Wait();

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
