package dev.migratedb.boot.autoconfigure;

import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.Event;
import dev.migratedb.callback.RunObserver;
import dev.migratedb.migration.MigrationInfo;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Observes runs as {@code migratedb.run}, their migrations as {@code migratedb.migration} and, where that is asked for, their statements
 * as {@code migratedb.statement}. What the drivers and pools observe meanwhile is inside of these.
 */
final class MigrationObservations implements EngineObservers {

    private final Supplier<ObservationRegistry> registry;
    private final Predicate<String> statements;

    /**
     * Creates the observations.
     *
     * @param registry asked when a run begins
     * @param statements whether to observe those of the engine that is called so
     */
    MigrationObservations(Supplier<ObservationRegistry> registry, Predicate<String> statements) {
        this.registry = registry;
        this.statements = statements;
    }

    @Override
    public RunObserver of(String instance) {
        return new Observer(instance, statements.test(instance));
    }

    /** What an event says of an observation. */
    private enum Part {
        RUN,
        MIGRATION,
        STATEMENT;

        String observation() {
            return "migratedb." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An event in parts.
     *
     * @param operation such as {@code migrate}
     */
    private record Moment(Part part, boolean begins, String operation) {

        private static final int LENGTH_OF_BEFORE = "before".length();
        private static final int LENGTH_OF_AFTER = "after".length();

        static @Nullable Moment of(Event event) {
            return switch (event) {
                case BEFORE_MIGRATE, BEFORE_UNDO, BEFORE_CLEAN, BEFORE_BASELINE, BEFORE_REPAIR ->
                    new Moment(
                            Part.RUN,
                            true,
                            event.id().substring(LENGTH_OF_BEFORE).toLowerCase(Locale.ROOT));
                case AFTER_MIGRATE,
                        AFTER_UNDO,
                        AFTER_CLEAN,
                        AFTER_BASELINE,
                        AFTER_REPAIR,
                        AFTER_MIGRATE_ERROR,
                        AFTER_UNDO_ERROR,
                        AFTER_CLEAN_ERROR,
                        AFTER_BASELINE_ERROR,
                        AFTER_REPAIR_ERROR ->
                    new Moment(
                            Part.RUN,
                            false,
                            event.id()
                                    .replace("Error", "")
                                    .substring(LENGTH_OF_AFTER)
                                    .toLowerCase(Locale.ROOT));
                case BEFORE_EACH_MIGRATE -> new Moment(Part.MIGRATION, true, "migrate");
                case BEFORE_EACH_UNDO -> new Moment(Part.MIGRATION, true, "undo");
                case AFTER_EACH_MIGRATE, AFTER_EACH_MIGRATE_ERROR -> new Moment(Part.MIGRATION, false, "migrate");
                case AFTER_EACH_UNDO, AFTER_EACH_UNDO_ERROR -> new Moment(Part.MIGRATION, false, "undo");
                case BEFORE_EACH_MIGRATE_STATEMENT -> new Moment(Part.STATEMENT, true, "migrate");
                case BEFORE_EACH_UNDO_STATEMENT -> new Moment(Part.STATEMENT, true, "undo");
                case AFTER_EACH_MIGRATE_STATEMENT, AFTER_EACH_MIGRATE_STATEMENT_ERROR ->
                    new Moment(Part.STATEMENT, false, "migrate");
                case AFTER_EACH_UNDO_STATEMENT, AFTER_EACH_UNDO_STATEMENT_ERROR ->
                    new Moment(Part.STATEMENT, false, "undo");
                default -> null;
            };
        }
    }

    /** An observation that has begun, current in its thread. */
    private record Open(Part part, Observation observation, Observation.Scope scope) {

        void stop(@Nullable Throwable error) {
            scope.close();
            if (error != null) {
                observation.error(error);
            }
            observation.lowCardinalityKeyValue("outcome", error == null ? "success" : "failure");
            observation.stop();
        }
    }

    private final class Observer implements RunObserver {

        private final String instance;
        private final boolean statements;

        /** A run has one thread, and calls back in it. */
        private final ThreadLocal<Deque<Open>> open = ThreadLocal.withInitial(ArrayDeque::new);

        Observer(String instance, boolean statements) {
            this.instance = instance;
            this.statements = statements;
        }

        @Override
        public boolean supports(Event event, CallbackContext context) {
            Moment moment = Moment.of(event);
            return moment != null
                    && (statements || moment.part() != Part.STATEMENT)
                    && !registry.get().isNoop();
        }

        @Override
        public void handle(Event event, CallbackContext context) {
            Moment moment = Moment.of(event);
            if (moment == null) {
                return;
            }
            if (moment.begins()) {
                begin(moment, context);
            } else {
                end(moment.part(), context.getError());
            }
        }

        private void begin(Moment moment, CallbackContext context) {
            // whatever was left open has ended without an event
            end(moment.part(), null);
            Observation observation = Observation.createNotStarted(moment.part().observation(), registry.get())
                    .contextualName(moment.operation() + " " + name(moment.part(), context))
                    .lowCardinalityKeyValue("instance", instance)
                    .lowCardinalityKeyValue("operation", moment.operation());
            MigrationInfo migration = context.getMigrationInfo();
            if (migration != null) {
                observation.highCardinalityKeyValue("script", migration.script());
            }
            CallbackContext.Statement statement = context.getStatement();
            if (statement != null) {
                observation.highCardinalityKeyValue(
                        "place", statement.position().toString());
            }
            observation.start();
            open.get().push(new Open(moment.part(), observation, observation.openScope()));
        }

        private String name(Part part, CallbackContext context) {
            MigrationInfo migration = context.getMigrationInfo();
            return part == Part.RUN || migration == null ? instance : migration.script();
        }

        /** Ends that part, and what is inside of it. */
        private void end(Part part, @Nullable Throwable error) {
            Deque<Open> all = open.get();
            if (all.stream().noneMatch(one -> one.part() == part)) {
                return;
            }
            Open next;
            do {
                next = all.pop();
                next.stop(error);
            } while (next.part() != part);
            if (all.isEmpty()) {
                open.remove();
            }
        }
    }
}
