package dev.migratedb.internal.execution;

import dev.migratedb.callback.BlockStatementExecutionException;
import dev.migratedb.callback.Callback;
import dev.migratedb.callback.CallbackContext;
import dev.migratedb.callback.CallbackFailedException;
import dev.migratedb.callback.Event;
import dev.migratedb.migration.MigrationInfo;
import dev.migratedb.migration.RunSettings;
import dev.migratedb.migration.ScriptPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.DecoratingProxy;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.util.ClassUtils;

/**
 * All callbacks of a run, in their order, and the way to call them. Whether anybody listens to an event is settled when this
 * is made.
 */
public final class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migratedb.callback");

    private static final Comparator<Callback> ORDER = ((Comparator<Callback>)
                    AnnotationAwareOrderComparator.INSTANCE::compare)
            .thenComparing(Callback::getCallbackName, Comparator.nullsLast(Comparator.naturalOrder()));

    private final WorkConnection work;
    private final SessionGuard session;
    private final RunSettings settings;
    private final boolean transactional;
    private final Progress progress;
    private final ScriptRunner runner;
    private final Secrets secrets;
    private final Map<Event, List<Callback>> listeners = new EnumMap<>(Event.class);

    /**
     * Asks every callback which events it wants.
     *
     * @param transactional whether callbacks may run in transactions at all
     */
    public Callbacks(RunScope scope, List<Callback> instances, List<SqlCallbackScript> scripts, boolean transactional) {
        this.work = scope.work();
        this.session = scope.session();
        this.settings = scope.settings();
        this.progress = scope.progress();
        this.transactional = transactional;
        this.runner = new ScriptRunner(scope);
        this.secrets = scope.secrets();
        List<Callback> all = new ArrayList<>(instances);
        scripts.forEach(script -> all.add(new SqlCallback(script, runner)));
        all.sort(ORDER);
        CallbackContext nothingYet = context(Moment.PLAIN);
        for (Event event : Event.values()) {
            listeners.put(
                    event,
                    all.stream()
                            .filter(callback -> callback.supports(event, nothingYet))
                            .toList());
        }
    }

    /** Whether anybody listens to the event. */
    public boolean anyFor(Event event) {
        return !listening(event).isEmpty();
    }

    private List<Callback> listening(Event event) {
        return listeners.getOrDefault(event, List.of());
    }

    private CallbackContext context(Moment moment) {
        return new RunCallbackContext(work, settings, moment);
    }

    /**
     * Calls the callbacks of an event of the command, each in a transaction of its own unless it wants none.
     *
     * @throws CallbackFailedException if one fails; those after it are not called
     */
    public void fire(Event event, Moment moment) {
        for (Callback callback : listening(event)) {
            call(callback, event, moment);
        }
    }

    private void call(Callback callback, Event event, Moment moment) {
        session.beforeCallback();
        CallbackContext context = context(moment);
        if (!callback.supports(event, context)) {
            return;
        }
        LOG.info("Executing {} callback: {}", kind(callback), title(event, callback));
        boolean own = false;
        try {
            own = transactional && callback.canHandleInTransaction(event, context);
            if (own) {
                work.inTransaction(() -> {
                    callback.handle(event, context);
                    return true;
                });
            } else {
                handleWithoutTransaction(callback, event, context);
            }
        } catch (RuntimeException | Error ex) {
            throw failed(event, callback, moment, ex, own || work.isTransactional());
        }
    }

    private void handleWithoutTransaction(Callback callback, Event event, CallbackContext context) {
        try {
            callback.handle(event, context);
            work.refuseOpenTransaction();
        } catch (RuntimeException | Error ex) {
            work.rollbackLeftOver();
            throw ex;
        }
    }

    /**
     * Calls the callbacks of an event of a migration or statement, in the transaction of the migration.
     *
     * @throws CallbackFailedException if one fails
     * @throws BlockStatementExecutionException if one wants a statement to be left out
     */
    void fireWithinMigration(Event event, Moment moment) {
        for (Callback callback : listening(event)) {
            CallbackContext context = context(moment);
            if (!callback.supports(event, context)) {
                continue;
            }
            LOG.debug("Executing {} callback: {}", kind(callback), title(event, callback));
            try {
                callback.handle(event, context);
            } catch (BlockStatementExecutionException ex) {
                if (event == Event.BEFORE_EACH_MIGRATE_STATEMENT || event == Event.BEFORE_EACH_UNDO_STATEMENT) {
                    throw ex;
                }
                throw failed(event, callback, moment, ex, work.isTransactional());
            } catch (RuntimeException | Error ex) {
                throw failed(event, callback, moment, ex, work.isTransactional());
            }
        }
    }

    /**
     * Calls all callbacks of an error event, after the rollback. What they throw is added to the error as suppressed.
     *
     * @param moment with the error that the event is about
     */
    public void fireError(Event event, Moment moment) {
        for (Callback callback : listening(event)) {
            try {
                if (work.replaceIfBroken()) {
                    session.forget();
                }
                call(callback, event, moment);
            } catch (RuntimeException | Error ex) {
                LOG.warn("A callback of {} failed as well: {}", event.id(), ex.getMessage());
                Throwable error = moment.error();
                if (error != null && error != ex) {
                    error.addSuppressed(ex);
                }
            }
        }
    }

    private static String kind(Callback callback) {
        return callback instanceof SqlCallback ? "SQL" : "Java";
    }

    private static String title(Event event, Callback callback) {
        String name = callback.getCallbackName();
        return name == null || name.isEmpty() ? event.id() : event.id() + " - " + name;
    }

    private CallbackFailedException failed(
            Event event, Callback callback, Moment moment, Throwable failure, boolean inTransaction) {
        if (failure instanceof CallbackFailedException already) {
            return already;
        }
        String name = callback instanceof SqlCallback sql
                ? sql.script().file().script()
                : userClass(callback).getName();
        ScriptPosition position = null;
        Throwable cause = failure;
        if (failure instanceof StatementFailedException statement) {
            position = runner.place(statement);
            cause = statement.failure();
        }
        cause = secrets.mask(cause);
        String text = Texts.failure(
                "Callback " + name + " failed at " + event.id() + ".",
                position,
                Texts.cause(cause) + TransactionHints.of(failure),
                state(event, moment, inTransaction),
                "Correct the callback and start again.");
        return new CallbackFailedException(text, event, name, position, cause);
    }

    private static Class<?> userClass(Callback callback) {
        return callback instanceof DecoratingProxy proxy
                ? proxy.getDecoratedClass()
                : ClassUtils.getUserClass(callback);
    }

    private String state(Event event, Moment moment, boolean inTransaction) {
        String created = event == Event.BEFORE_MIGRATE ? "Nothing but missing schemas was created. " : "";
        MigrationInfo migration = moment.migration();
        String subject = migration == null ? "the callback" : Texts.name(migration) + ", in which it was called,";
        String own;
        if (!inTransaction) {
            own = "What " + subject + " did without a transaction stays. ";
        } else if (work.dialect().transactionalDdl()) {
            own = "What " + subject + " did in its transaction was rolled back. ";
        } else {
            own = "Of what " + subject + " did, everything up to the last DDL statement stays. ";
        }
        return created + own + progress.inWords();
    }
}
